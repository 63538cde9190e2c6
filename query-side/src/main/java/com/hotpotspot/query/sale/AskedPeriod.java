package com.hotpotspot.query.sale;

import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period that somebody asks for in a page's form. One that cannot be is no reason to lose the page and the form:
 * the latest days are shown, and what is wrong.
 *
 * @param period what to show
 * @param from as it was typed where something is wrong, else empty
 * @param to the same
 * @param wrong the reason by which pages know it; empty if the period can be
 */
record AskedPeriod(RequestedPeriod period, String from, String to, String wrong) {

    /** @throws Problem if one of the two is given more than once, which no form does */
    static AskedPeriod of(Parameters parameters) {
        String from = typed(parameters.text("from"));
        String to = typed(parameters.text("to"));
        try {
            return new AskedPeriod(RequestedPeriod.of(parameters), "", "", "");
        } catch (Problem e) {
            return new AskedPeriod(RequestedPeriod.ALL, from, to, e.reason().orElseThrow(() -> e));
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Public because templates call it, as those below are. */
    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Before it nothing can have been sold. */
    public LocalDate earliest() {
        return Parameters.FIRST_DAY;
    }

    /** After it nothing can be sold. */
    public LocalDate latest() {
        return Parameters.LAST_DAY;
    }

    /** How many days a period may have. */
    public long most() {
        return RequestedPeriod.MAX_DAYS;
    }
}
