package com.hotpotspot.command.issuer;

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
 * @param requestsPerClient how many tokens, or sign-ins, one client may ask for in a minute from one address
 * @param requestsPerAddress how many may be asked for from one address in a minute
 */
@Validated
@ConfigurationProperties("hotpotspot.issuer")
record IssuerSettings(
        @DefaultValue("10m") Duration tokenLifetime,
        @DefaultValue("90d") Duration keyLifetime,
        @Min(1) @DefaultValue("20") int requestsPerClient,
        @Min(1) @DefaultValue("120") int requestsPerAddress) {}
