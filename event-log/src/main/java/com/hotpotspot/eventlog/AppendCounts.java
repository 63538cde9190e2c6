package com.hotpotspot.eventlog;

/**
 * How well commands share commits.
 *
 * @param batches commits since the start of this process
 * @param commands callers that were answered by them
 */
public record AppendCounts(long batches, long commands) {}
