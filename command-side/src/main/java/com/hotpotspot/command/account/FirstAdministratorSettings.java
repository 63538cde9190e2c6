package com.hotpotspot.command.account;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the first administrator comes about.
 *
 * @param adminCredentialsFile where to leave their id and secret; without it none is appointed
 */
@ConfigurationProperties("hotpotspot.access")
record FirstAdministratorSettings(@Nullable Path adminCredentialsFile) {}
