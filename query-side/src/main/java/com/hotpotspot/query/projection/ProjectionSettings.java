package com.hotpotspot.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process runs its projections.
 *
 * @param batchSize the most events that one transaction takes; fewer if they are large
 * @param fillSize the same while a version is being filled from the beginning of the log and no sales come in
 * @param fillShare of its time, in percent, that filling may work while sales come in; without them it takes it all
 * @param idle after how long projections look into the log by themselves, should nobody tell of an event
 */
@ConfigurationProperties("hotpotspot.projections")
public record ProjectionSettings(
        @DefaultValue("1000") int batchSize,
        @DefaultValue("10000") int fillSize,
        @DefaultValue("40") int fillShare,
        @DefaultValue("1s") Duration idle) {

    private static final int MOST = 100_000;
    private static final int WHOLE = 100;

    public ProjectionSettings {
        requireWithin("batch-size", batchSize, MOST);
        requireWithin("fill-size", fillSize, MOST);
        requireWithin("fill-share", fillShare, WHOLE);
    }

    private static void requireWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "hotpotspot.projections." + name + " is " + value + ", and goes from 1 to " + most);
        }
    }

    /** For how long filling rests after it has worked for some time beside sales. */
    Duration restAfter(Duration work) {
        return work.multipliedBy(WHOLE - fillShare).dividedBy(fillShare);
    }
}
