package com.hotpotspot.query.projection;

/**
 * Whether a projection follows the log.
 *
 * @param working false while it is stopped, or retries a batch that failed
 */
public record ProjectionState(ProjectionName name, boolean working) {}
