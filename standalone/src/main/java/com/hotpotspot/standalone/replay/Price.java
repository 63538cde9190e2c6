package com.hotpotspot.standalone.replay;

import com.hotpotspot.events.money.Tetri;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prices as files have them: lari with a decimal point. */
final class Price {

    /** Few enough digits that no product with a quantity leaves the range of exact amounts unnoticed. */
    private static final Pattern LARI = Pattern.compile("[0-9]{1,13}(\\.[0-9]{1,2})?");

    private Price() {}

    /**
     * What a column says, or empty if it says nothing.
     *
     * @throws UnusableValueException as {@link #parse}
     */
    static Optional<Tetri> amount(CsvFile.Row row, String column) {
        return row.filled(column).map(text -> parse(text, column));
    }

    /** @throws UnusableValueException unless the text is a plain number of lari with at most two decimals */
    static Tetri parse(String text, String column) {
        if (!LARI.matcher(text).matches()) {
            throw new UnusableValueException(
                    "%s must be an amount like 12.95, not negative and with at most two decimals, but is %s"
                            .formatted(column, text));
        }
        return Tetri.of(new BigDecimal(text).movePointRight(2).longValueExact());
    }
}
