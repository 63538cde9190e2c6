package com.hotpotspot.command.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * What a command that was not refused came to.
 *
 * @param <R> what its handler answers
 * @param answer made now, or when the command was carried out before
 * @param position of the last event that was recorded; null if the log does not tell, or nobody looked
 * @param replayed whether nothing was recorded, since it was before
 */
public record Landed<R>(R answer, @Nullable Long position, boolean replayed) {}
