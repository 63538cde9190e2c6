package com.hotpotspot.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a token lists roles.
 *
 * @param path a claim's name, or with dots between them the names that lead to a claim within a claim
 */
public record RolesClaim(String path) {

    /** The texts that are listed there; none if nothing is, or something else. */
    public List<String> in(Map<String, ?> claims) {
        Object found = claims.get(path);
        return texts(found == null ? within(claims, List.of(path.split("\\.", -1))) : found);
    }

    private static @Nullable Object within(@Nullable Object value, List<String> steps) {
        if (steps.isEmpty()) {
            return value;
        }
        return value instanceof Map<?, ?> claims
                ? within(claims.get(steps.getFirst()), steps.subList(1, steps.size()))
                : null;
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof Collection<?> all
                ? all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
