package com.hotpotspot.query.overview;

import com.hotpotspot.query.sale.RequestedPeriod;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** The periods that pages offer, each up to today. */
enum PeriodChoice {
    TODAY("today"),
    WEEK("7-days"),
    FOUR_WEEKS("28-days"),
    MONTH("month");

    private final String parameter;

    PeriodChoice(String parameter) {
        this.parameter = parameter;
    }

    static Optional<PeriodChoice> named(String parameter) {
        return Stream.of(values())
                .filter(choice -> choice.parameter.equals(parameter))
                .findFirst();
    }

    /** As addresses name it. Public because templates call it. */
    public String parameter() {
        return parameter;
    }

    RequestedPeriod upTo(LocalDate today) {
        LocalDate from = switch (this) {
            case TODAY -> today;
            case WEEK -> today.minusDays(6);
            case FOUR_WEEKS -> today.minusDays(27);
            case MONTH -> today.withDayOfMonth(1);
        };
        return new RequestedPeriod(from, today);
    }
}
