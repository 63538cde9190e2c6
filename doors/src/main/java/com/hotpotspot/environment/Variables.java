package com.hotpotspot.environment;

import java.util.Map;
import java.util.stream.Collectors;

/** The variables of the environment. */
public final class Variables {

    private Variables() {}

    /**
     * Those that count: one that is set to nothing is taken as if it were not set, so that a default stays the default.
     *
     * @param all by name, as the process was given them
     */
    public static Map<String, Object> set(Map<String, String> all) {
        return all.entrySet().stream()
                .filter(variable -> !variable.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
