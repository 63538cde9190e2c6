package com.hotpotspot.events.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever signs in: a program or a person. Opaque: it says nothing about who that is. */
public record AccountId(@JsonValue String value) {

    /** What such an id looks like, as a regular expression. */
    public static final String FORM = "[a-z0-9-]{1,64}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Pattern TILL = Pattern.compile("till-([1-9][0-9]?)-([a-z0-9-]+)");
    private static final Pattern TERMINAL = Pattern.compile(TerminalId.FORM);

    /** @throws InvalidValue if {@code value} does not look like {@link #FORM} */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        InvalidValue.unless(PATTERN.matcher(value).matches(), "accountId", "must match %s", FORM);
    }

    /**
     * The account that a till signs in with, for example {@code till-4-vake-till-1}. The node's length keeps apart what
     * a hyphen alone would not: till {@code 1} of node {@code A-1} and till {@code 1-1} of node {@code A}.
     */
    public static AccountId of(NodeId node, TerminalId terminal) {
        return new AccountId(
                String.format(Locale.ROOT, "till-%d-%s-%s", node.value().length(), node, terminal)
                        .toLowerCase(Locale.ROOT));
    }

    /**
     * The terminal whose account this is; empty if it is nobody's. An account may be called as if it were a till's, and
     * have a name in that place which no terminal can have.
     */
    public Optional<TerminalId> terminal() {
        Matcher till = TILL.matcher(value);
        if (!till.matches()) {
            return Optional.empty();
        }
        int node = Integer.parseInt(till.group(1));
        String names = till.group(2);
        if (node >= names.length() || names.charAt(node) != '-') {
            return Optional.empty();
        }
        return Optional.of(names.substring(node + 1).toUpperCase(Locale.ROOT))
                .filter(terminal -> TERMINAL.matcher(terminal).matches())
                .map(TerminalId::new);
    }

    public StreamId stream() {
        return new StreamId("account", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
