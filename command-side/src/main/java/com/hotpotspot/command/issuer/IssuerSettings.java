package com.hotpotspot.command.issuer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the built-in issuer issues tokens.
 *
 * @param tokenLifetime how long a token is good for
 * @param keyLifetime after how long tokens are signed with a new key
 * @param signInLifetime after how long a person signs in anew, however busy they are
 * @param sessions in how many browsers people are signed in at the same time
 * @param sessionsPerAccount in how many of them one person is
 */
@Validated
@ConfigurationProperties("hotpotspot.issuer")
record IssuerSettings(
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("90d") Duration keyLifetime,
        @DefaultValue("12h") Duration signInLifetime,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int sessions,
        @Min(1) @Max(10_000) @DefaultValue("20") int sessionsPerAccount) {}
