package com.hotpotspot.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process runs its projections.
 *
 * @param nodeId owner of the claims on tokens. Processes beside each other need different ones; a process that keeps
 *     its own over a crash takes over at once, others wait ten seconds for its claims to end
 * @param batchSize the most events that one transaction takes; fewer if they are large
 * @param idle how long a projection that has nothing to do sleeps before it renews its claim; a stop waits for that
 */
@ConfigurationProperties("hotpotspot.projections")
public record ProjectionSettings(
        String nodeId,
        @DefaultValue("1000") int batchSize,
        @DefaultValue("1s") Duration idle) {}
