package com.hotpotspot.command.axon;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database's schemas are brought up to date at start.
 *
 * @param enabled whether this process does so; otherwise somebody else must have
 * @param username the role that owns the schemas
 * @param password its password, if the server asks for one
 */
@ConfigurationProperties("hotpotspot.migration")
record MigrationProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("hps_owner") String username,
        @Nullable String password) {}
