package com.hotpotspot.openapi;

import com.hotpotspot.access.Door;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A door as a web framework knows it.
 *
 * @param path with variables in braces; one that takes the rest of the path begins with an asterisk
 * @param owner the class that the method is called on
 * @param body what the method reads from the request's body; null if it reads none, or by itself
 */
public record MappedDoor(
        String verb,
        String path,
        Method method,
        Class<?> owner,
        @Nullable Type body) {

    public MappedDoor {
        path = path.replace("{*", "{");
    }

    /** As doors are named, for example {@code POST /api/v1/sales}. */
    public String name() {
        return verb + ' ' + path;
    }

    /** Whether it takes many documents, a line each. */
    public boolean takesLines() {
        return lines().isPresent();
    }

    Optional<Lines> lines() {
        return Optional.ofNullable(method.getAnnotation(Lines.class));
    }

    /** Whether it lets everybody in. */
    public boolean isOpen() {
        return declared() instanceof Door.Open;
    }

    /** Who may come in: what the check itself asks. */
    Door declared() {
        return Door.of(method, owner);
    }
}
