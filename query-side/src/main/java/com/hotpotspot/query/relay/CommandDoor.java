package com.hotpotspot.query.relay;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A door of the command side that takes commands, as a form names it.
 *
 * @param path below {@code /api/v1}, with a leading slash and no character that an address would have to encode
 */
record CommandDoor(String path) {

    private static final String SEGMENT = "/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._:~-]{1,100}";
    private static final Pattern FORM = Pattern.compile("(?:" + SEGMENT + "){1,8}");

    /** Empty for what can be none. */
    static Optional<CommandDoor> at(String path) {
        return FORM.matcher(path).matches() ? Optional.of(new CommandDoor(path)) : Optional.empty();
    }

    URI address(URI commandSide) {
        return commandSide.resolve("/api/v1" + path);
    }
}
