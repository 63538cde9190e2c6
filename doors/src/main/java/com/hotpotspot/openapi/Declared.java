package com.hotpotspot.openapi;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads from a door's method, and from what it is annotated with, which codes it refuses with, of whatever features.
 */
final class Declared {

    private Declared() {}

    /** In the order in which the method lists them. */
    static List<PublicCode> refusals(Method door) {
        return Stream.of(door.getAnnotations())
                .flatMap(annotation -> Stream.concat(
                        Stream.of(annotation),
                        Stream.of(annotation.annotationType().getAnnotations())))
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Refuses.class))
                .flatMap(annotation -> Stream.of(codes(annotation)))
                .toList();
    }

    private static PublicCode[] codes(Annotation refused) {
        try {
            return (PublicCode[]) refused.annotationType().getMethod("value").invoke(refused);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(refused.annotationType() + " lists no public codes", e);
        }
    }
}
