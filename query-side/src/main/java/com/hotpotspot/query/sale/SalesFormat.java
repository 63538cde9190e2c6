package com.hotpotspot.query.sale;

import com.hotpotspot.query.web.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The forms in which files of sales come. A file is the same for ever, so a form never gets another column: what is
 * more comes as another form, and who asks for none is given the first.
 */
enum SalesFormat {
    CSV("csv"),
    /** With discounts, tax, means of payment, tip and fiscal number besides. */
    CSV_2("csv-2");

    private final String formatName;

    SalesFormat(String formatName) {
        this.formatName = formatName;
    }

    /** @throws Problem if there is no such form */
    static SalesFormat asked(@Nullable String name) {
        if (name == null) {
            return CSV;
        }
        return Arrays.stream(values())
                .filter(format -> format.formatName.equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "format",
                        "must be "
                                + Arrays.stream(values())
                                        .map(format -> format.formatName)
                                        .collect(Collectors.joining(" or "))));
    }

    byte[] header() {
        return SalesCsv.header(this);
    }

    byte[] rows(List<RegisteredSale> sales) {
        return SalesCsv.rows(this, sales);
    }

    /** As requests and the log name it. */
    @Override
    public String toString() {
        return formatName;
    }
}
