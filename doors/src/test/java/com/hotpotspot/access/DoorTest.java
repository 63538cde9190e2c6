package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.Role;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void saysWhatItsMethodDeclares() throws NoSuchMethodException {
        assertThat(door(Declared.class, "own")).isEqualTo(new Door.For(List.of(Role.ADMIN, Role.AUDITOR)));
        assertThat(door(Declared.class, "open")).isEqualTo(new Door.Open());
    }

    @Test
    void saysWhatItsClassDeclaresWhereItsMethodDoesNot() throws NoSuchMethodException {
        assertThat(door(Declared.class, "inherited")).isEqualTo(new Door.For(List.of(Role.ANALYST)));
    }

    @Test
    void saysWhatAnAnnotationWithANameOfItsOwnStandsFor() throws NoSuchMethodException {
        assertThat(door(Declared.class, "named")).isEqualTo(new Door.For(List.of(Role.REGULATOR, Role.AUDITOR)));
    }

    @Test
    void isUndeclaredWhereNobodyThoughtOfIt() throws NoSuchMethodException {
        assertThat(door(Forgotten.class, "something")).isEqualTo(new Door.Undeclared());
    }

    private static Door door(Class<?> owner, String method) throws NoSuchMethodException {
        return Door.of(owner.getDeclaredMethod(method), owner);
    }

    @Roles(Role.ANALYST)
    private static final class Declared {

        @Roles({Role.ADMIN, Role.AUDITOR})
        void own() {}

        @Public
        void open() {}

        void inherited() {}

        @Readers
        void named() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Roles({Role.REGULATOR, Role.AUDITOR})
    private @interface Readers {}

    private static final class Forgotten {

        void something() {}
    }
}
