package com.hotpotspot.access;

import com.hotpotspot.events.account.Role;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the method that answers a request declares about who may send it. */
public sealed interface Door {

    /** Open to everybody. */
    record Open() implements Door {}

    /**
     * Open to whoever holds a role.
     *
     * @param roles in the order in which a caller who holds several acts in them
     */
    record For(List<Role> roles) implements Door {

        public For {
            roles = List.copyOf(roles);
        }
    }

    /** Nothing was declared, which is a fault; closed to everybody until it is. */
    record Undeclared() implements Door {}

    /** @param owner the class that the method is called on, which may inherit it */
    static Door of(Method method, Class<?> owner) {
        return Stream.of(method, owner)
                .flatMap(place -> declaredAt(place).stream())
                .findFirst()
                .orElseGet(Undeclared::new);
    }

    private static Optional<Door> declaredAt(AnnotatedElement place) {
        if (place.isAnnotationPresent(Public.class)) {
            return Optional.of(new Open());
        }
        return Stream.concat(Stream.of(place), Stream.of(place.getAnnotations()).map(Annotation::annotationType))
                .flatMap(declaration -> Stream.ofNullable(declaration.getAnnotation(Roles.class)))
                .findFirst()
                .map(roles -> new For(List.of(roles.value())));
    }
}
