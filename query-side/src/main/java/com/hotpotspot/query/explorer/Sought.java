package com.hotpotspot.query.explorer;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.query.web.Parameters;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody looks for, by what they typed or pasted. */
sealed interface Sought {

    /** Nothing that can be looked for is longer. */
    int LONGEST = 200;

    /** An event of the log. */
    record Position(long position) implements Sought {}

    /** A stream, which need not be there. */
    record Stream(StreamId stream) implements Sought {}

    /** An event by its own id; accounts have such ids, too. */
    record EventId(UUID id) implements Sought {}

    /** A wallet, which has a page of its own and not always a stream. */
    record Wallet(WalletId wallet) implements Sought {}

    /** Nothing that the log could have. */
    record Nothing() implements Sought {}

    /**
     * Understands a position, also as pages write it, with marks between its thousands; an event's id; a sale's node
     * and number, as {@code VAKE:4711} or with something else between them; a wallet's id; a node's, in capitals; and
     * any stream's id.
     */
    static Sought of(String typed) {
        if (typed.length() > LONGEST) {
            return new Nothing();
        }
        String text = typed.strip();
        return position(text)
                .or(() -> eventId(text))
                .or(() -> wallet(text))
                .or(() -> node(text))
                .or(() -> sale(text))
                .or(() -> stream(text))
                .orElseGet(Nothing::new);
    }

    private static Optional<Sought> position(String text) {
        String digits = Parameters.ungrouped(text);
        return Forms.POSITION.matcher(digits).matches()
                ? Optional.of(new Position(Long.parseLong(digits)))
                : Optional.empty();
    }

    private static Optional<Sought> eventId(String text) {
        return Forms.ID.matcher(text).matches() ? Optional.of(new EventId(UUID.fromString(text))) : Optional.empty();
    }

    private static Optional<Sought> wallet(String text) {
        return text.matches(WalletId.FORM) ? Optional.of(new Wallet(new WalletId(text))) : Optional.empty();
    }

    private static Optional<Sought> node(String text) {
        return Forms.NODE.matcher(text).matches() ? stream(() -> new NodeId(text).stream()) : Optional.empty();
    }

    private static Optional<Sought> sale(String text) {
        Matcher sale = Forms.SALE.matcher(text);
        if (!sale.matches()) {
            return Optional.empty();
        }
        return stream(
                () -> SaleId.parse(sale.group("node").toUpperCase(Locale.ROOT) + ':' + sale.group("number")).stream());
    }

    /** The number of a sale is padded in its stream, of which people need not know. */
    private static Optional<Sought> stream(String text) {
        String sale = "sale:";
        Optional<Sought> padded = text.startsWith(sale)
                ? stream(() -> SaleId.parse(text.substring(sale.length())).stream())
                : Optional.empty();
        return padded.or(() -> stream(() -> StreamId.parse(text)));
    }

    private static Optional<Sought> stream(Supplier<StreamId> written) {
        try {
            return Optional.of(new Stream(written.get()));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** How each of them is written. */
    final class Forms {

        private static final Pattern POSITION = Pattern.compile("0|[1-9][0-9]{0,17}");

        private static final Pattern ID =
                Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

        /** With a letter, or it would be a number. */
        private static final Pattern NODE = Pattern.compile("(?=.*[A-Z])" + NodeId.FORM);

        /** In capitals if there is but a colon between node and number, since that is how streams are written, too. */
        private static final Pattern SALE = Pattern.compile(
                "(?<node>[A-Z0-9-]{1,24}(?=\\h*:)|[A-Za-z0-9-]{1,24}(?=\\h*[\\h/#]))\\h*[:\\h/#]\\h*(?<number>[A-Za-z0-9._-]{1,40})");

        private Forms() {}
    }
}
