package com.hotpotspot.events;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one stream of the log: a kind and a key, written {@code kind:key}. Stream ids are public through the audit log,
 * so they never contain personal data; they are ordered, which keeps the log's index cheap.
 *
 * @param kind the aggregate's type name, for example {@code sale}
 * @param key unique within the kind, for example {@code VAKE:0000004711}
 */
public record StreamId(String kind, String key) {

    private static final Pattern KIND = Pattern.compile("[a-z]{1,16}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9:._-]{1,100}");

    /** @throws InvalidValue if kind or key has a character that a stream id may not have */
    public StreamId {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        InvalidValue.unless(KIND.matcher(kind).matches(), "stream", "has no valid kind");
        InvalidValue.unless(KEY.matcher(key).matches(), "stream", "has no valid key");
    }

    /** @throws InvalidValue if {@code text} is not {@code kind:key} */
    public static StreamId parse(String text) {
        int colon = text.indexOf(':');
        InvalidValue.unless(colon > 0, "stream", "must be written kind:key");
        return new StreamId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind + ':' + key;
    }
}
