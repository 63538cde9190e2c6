package com.hotpotspot.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.EventName;
import com.hotpotspot.events.wallet.WalletEvent;
import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry of names, and the bytes that yesterday's builds wrote. */
class EventTypesTest {

    static final List<EventType> ALL = EventTypes.all();

    /** An event of a feature that the registry has not heard of would be missing. */
    @Test
    void everyEventThereIsIsRegisteredOnce() {
        Set<String> events = HouseRules.mainClassesOfTheModuleOf(Event.class).stream()
                .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                .map(JavaClass::getName)
                .collect(toSet());

        assertThat(ALL.stream().map(type -> type.payload().getName()).toList())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void anEventThatBearsNoNameOrThatOfAnotherIsNoneAtAll() {
        assertThatThrownBy(() -> EventTypes.gathered(List.of(Nameless.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nameless");
        assertThatThrownBy(() -> EventTypes.gathered(List.of(WalletEvent.class, Impostor.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wallet.opened");
    }

    private record Nameless() implements Event {}

    @EventName("wallet.opened")
    private record Impostor() implements Event {}

    @ParameterizedTest
    @FieldSource("ALL")
    void namesAreFeatureAndPastTense(EventType type) {
        assertThat(type.name()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*");
        assertThat(type.revision()).matches("[1-9][0-9]*");
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatWasWrittenCanBeReadAndWouldBeWrittenTheSame(EventType type) throws IOException {
        byte[] golden = golden(type);

        Event event = EventJson.read(type.name(), type.revision(), golden);

        assertThat(event).isInstanceOf(type.payload());
        assertThat(new String(EventJson.mapper().writeValueAsBytes(event), UTF_8))
                .isEqualTo(new String(golden, UTF_8));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void goldenBytesAreCanonical(EventType type) throws IOException {
        byte[] golden = golden(type);

        assertThat(new JsonCanonicalizer(golden).getEncodedUTF8()).isEqualTo(golden);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyEarlierRevisionIsReadAsTheCurrentOne(EventType type) throws IOException {
        for (int revision = 1; revision < Integer.parseInt(type.revision()); revision++) {
            String earlier = Integer.toString(revision);
            Event current = EventJson.read(type.name(), type.revision(), readAs(type, earlier));
            assertThat(EventJson.read(type.name(), earlier, golden(type.name(), earlier)))
                    .as("%s, revision %s", type.name(), earlier)
                    .isEqualTo(current);
        }
        assertThat(Upcasters.stepsOf(type.name())).isEqualTo(Integer.parseInt(type.revision()) - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "", "two"})
    void aRevisionThatThisBuildDoesNotKnowIsNotGuessedAt(String revision) throws IOException {
        byte[] payload = golden("tokens.minted", "2");

        assertThatThrownBy(() -> EventJson.read("tokens.minted", revision, payload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tokens.minted");
    }

    /** What an earlier revision does not tell has a golden file of its own, in the current revision. */
    private static byte[] readAs(EventType type, String earlier) throws IOException {
        String name = "/golden/%s-%s-read.json".formatted(type.name(), earlier);
        try (InputStream file = EventTypesTest.class.getResourceAsStream(name)) {
            return file == null ? golden(type) : file.readAllBytes();
        }
    }

    private static byte[] golden(EventType type) throws IOException {
        return golden(type.name(), type.revision());
    }

    private static byte[] golden(String type, String revision) throws IOException {
        String name = "/golden/%s-%s.json".formatted(type, revision);
        try (InputStream file = EventTypesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name + " is missing").readAllBytes();
        }
    }
}
