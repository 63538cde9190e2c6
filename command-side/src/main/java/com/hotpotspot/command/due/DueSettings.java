package com.hotpotspot.command.due;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often this process looks for what has become due.
 *
 * @param every between two looks
 */
@ConfigurationProperties("hotpotspot.due")
record DueSettings(@DefaultValue("5s") Duration every) {}
