package com.hotpotspot.query.sale;

import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The business days that a client asks for, both ends included. An end that is not given is as open as the data allow.
 *
 * @param from null for the first day with sales
 * @param to null for the last day with sales
 */
public record RequestedPeriod(
        @Nullable LocalDate from, @Nullable LocalDate to) {

    /** The most days that one answer covers. */
    public static final int MAX_DAYS = 3_700;

    public static final RequestedPeriod ALL = new RequestedPeriod(null, null);

    /** @throws Problem if the days are in the wrong order or too many */
    public RequestedPeriod {
        if (from != null && to != null) {
            if (from.isAfter(to)) {
                throw Problem.invalid("from", "must not be after to").knownAs("reversed");
            }
            if (ChronoUnit.DAYS.between(from, to) >= MAX_DAYS) {
                throw Problem.invalid(
                                "from",
                                String.format(Locale.ROOT, "and to must not be more than %d days apart", MAX_DAYS))
                        .knownAs("too-long");
            }
        }
    }

    public static RequestedPeriod of(Parameters parameters) {
        return new RequestedPeriod(parameters.day("from"), parameters.day("to"));
    }

    /** The period with its open ends closed, where there are sales on the days of {@code all}. */
    Period within(Period all) {
        LocalDate start = from == null ? earliest(all.from(), to == null ? all.to() : to) : from;
        LocalDate end = to == null ? latest(all.to(), start) : to;
        return new Period(start, end);
    }

    /** The same, cut to {@link #MAX_DAYS} at an open end. */
    public Period limitedWithin(Period all) {
        Period period = within(all);
        return from == null
                ? new Period(latest(period.from(), period.to().minusDays(MAX_DAYS - 1L)), period.to())
                : new Period(from, earliest(period.to(), from.plusDays(MAX_DAYS - 1L)));
    }

    /** What can be said of the period where nothing was ever sold. */
    public @Nullable Period withoutSales() {
        if (from != null) {
            return within(new Period(from, from));
        }
        return to == null ? null : within(new Period(to, to));
    }

    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
