package com.hotpotspot.query.sale;

import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The period that somebody asks for in a page's form. One that cannot be is no reason to lose the page and the form:
 * the latest days are shown, and what is wrong.
 *
 * @param period what to show
 * @param from as it was typed where something is wrong, else empty
 * @param to the same
 * @param wrong a sentence for people; empty if the period can be
 */
record AskedPeriod(RequestedPeriod period, String from, String to, String wrong) {

    /** @throws Problem if one of the two is given more than once, which no form does */
    static AskedPeriod of(Parameters parameters) {
        String from = typed(parameters.text("from"));
        String to = typed(parameters.text("to"));
        try {
            return new AskedPeriod(RequestedPeriod.of(parameters), "", "", "");
        } catch (Problem e) {
            return new AskedPeriod(
                    RequestedPeriod.ALL, from, to, "%s These are the latest days.".formatted(e.getMessage()));
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Public because templates call it. */
    public boolean isWrong() {
        return !wrong.isEmpty();
    }
}
