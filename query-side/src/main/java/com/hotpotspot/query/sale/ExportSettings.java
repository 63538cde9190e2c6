package com.hotpotspot.query.sale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be asked for in exports.
 *
 * @param manifestsPerHour how many files an account may have vouched for in an hour. Each reads the whole file, and
 *     each file that is new to the log adds an event to it
 */
@ConfigurationProperties("hotpotspot.exports")
record ExportSettings(@DefaultValue("60") int manifestsPerHour) {

    private static final int MOST = 100_000;

    ExportSettings {
        if (manifestsPerHour < 1 || manifestsPerHour > MOST) {
            throw new IllegalArgumentException("hotpotspot.exports.manifests-per-hour must be between 1 and " + MOST);
        }
    }
}
