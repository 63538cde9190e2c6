package com.hotpotspot.command.credential;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How secrets are verified.
 *
 * @param hashesAtOnce how many at the same time; each takes 19 MiB of memory and a core
 */
@Validated
@ConfigurationProperties("hotpotspot.credentials")
record CredentialSettings(@Min(1) @DefaultValue("2") int hashesAtOnce) {}
