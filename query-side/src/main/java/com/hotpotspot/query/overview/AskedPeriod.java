package com.hotpotspot.query.overview;

import com.hotpotspot.query.sale.RequestedPeriod;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The period that somebody asks for on a page: one of those that it offers, or the days of its form. One that cannot be
 * is no reason to lose the page and the form: today is shown, and what is wrong.
 *
 * @param choice which of those offered; null for the days of the form
 * @param period what to show
 * @param from as it was typed where something is wrong, else empty
 * @param to the same
 * @param wrong the reason by which pages know it; empty if the period can be
 */
record AskedPeriod(@Nullable PeriodChoice choice, RequestedPeriod period, String from, String to, String wrong) {

    /** @throws Problem if a parameter is given more than once, which no form does */
    static AskedPeriod of(Parameters parameters, LocalDate today) {
        String from = typed(parameters.text("from"));
        String to = typed(parameters.text("to"));
        String period = typed(parameters.text("period"));
        if (from.isEmpty() && to.isEmpty()) {
            return period.isEmpty()
                    ? of(PeriodChoice.TODAY, today)
                    : PeriodChoice.named(period)
                            .map(choice -> of(choice, today))
                            .orElseGet(() -> of(PeriodChoice.TODAY, today).saying("unknown", from, to));
        }
        try {
            return new AskedPeriod(null, RequestedPeriod.of(parameters), "", "", "");
        } catch (Problem e) {
            return of(PeriodChoice.TODAY, today).saying(e.reason().orElseThrow(() -> e), from, to);
        }
    }

    private static AskedPeriod of(PeriodChoice choice, LocalDate today) {
        return new AskedPeriod(choice, choice.upTo(today), "", "", "");
    }

    private AskedPeriod saying(String reason, String typedFrom, String typedTo) {
        return new AskedPeriod(choice, period, typedFrom, typedTo, reason);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Public because templates call it, as those below are. */
    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Whether it is today that is shown. */
    public boolean isToday() {
        return choice == PeriodChoice.TODAY;
    }

    /** All that a page offers. */
    public List<PeriodChoice> choices() {
        return List.of(PeriodChoice.values());
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
