package com.hotpotspot.query.audit;

import java.time.Instant;

/**
 * A checkpoint that was signed once.
 *
 * @param size how many events it covers; under that it can be had
 * @param root of the tree over them, in base64
 * @param signedAt when it was signed, in milliseconds
 */
public record EarlierCheckpoint(long size, String root, Instant signedAt) {}
