package com.hotpotspot.exposure;

import java.util.Set;

/**
 * What of the health can be asked for by itself. Nothing that tells of its health has parts, but for the groups; asked
 * for a part of something that is not there, Boot 4.1.1 fails where it should find nothing, so that both sides ask here
 * first.
 */
public final class HealthParts {

    private static final String HEALTH = "/actuator/health/";

    private HealthParts() {}

    /**
     * Whether there can be nothing at a path.
     *
     * @param groups the names of the groups of health
     */
    public static boolean isNoneAt(String path, Set<String> groups) {
        if (!path.startsWith(HEALTH)) {
            return false;
        }
        String[] names = path.substring(HEALTH.length()).split("/", -1);
        return names.length > (groups.contains(names[0]) ? 2 : 1);
    }
}
