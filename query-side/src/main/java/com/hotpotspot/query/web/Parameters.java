package com.hotpotspot.query.web;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.Era;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The parameters of a request, read strictly: an unknown name, a second value or a value of the wrong form is refused
 * with a {@link Problem}. An empty value counts as absent.
 */
public final class Parameters {

    /** Before it nothing can have happened. */
    public static final LocalDate FIRST_DAY = Era.BEGIN.atZone(BusinessDay.ZONE).toLocalDate();
    /** After it nothing can happen. */
    public static final LocalDate LAST_DAY = Era.END.atZone(BusinessDay.ZONE).toLocalDate();

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** With commas, points or spaces of any kind. */
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}([,.\\h][0-9]{3}){1,6}");

    private final MultiValueMap<String, String> values;

    private Parameters(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** The parameters of a request that may have those of the given names and no others. */
    public static Parameters of(ServerWebExchange exchange, String... names) {
        MultiValueMap<String, String> values = exchange.getRequest().getQueryParams();
        Set<String> known = Set.of(names);
        values.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.invalid(
                            name,
                            known.isEmpty()
                                    ? "is unknown: there are no parameters here"
                                    : "is unknown: the parameters here are " + String.join(", ", names));
                });
        return new Parameters(values);
    }

    /** Sees to it that a request has no parameters. */
    public static void none(ServerWebExchange exchange) {
        of(exchange);
    }

    /** The parameters of a request for a page, where links from elsewhere may have added some of their own. */
    public static Parameters ofPage(ServerWebExchange exchange) {
        return new Parameters(exchange.getRequest().getQueryParams());
    }

    public @Nullable String text(String name) {
        List<String> all = values.get(name);
        if (all == null || all.isEmpty()) {
            return null;
        }
        if (all.size() > 1) {
            throw Problem.invalid(name, "is given more than once");
        }
        String value = all.getFirst();
        return value == null || value.isEmpty() ? null : value;
    }

    /** A date like 2026-01-31, on which something can have happened: within the {@linkplain Era era}. */
    public @Nullable LocalDate day(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "must be a date like 2026-01-31").knownAs("no-day");
        }
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw Problem.invalid(name, "must lie between " + FIRST_DAY + " and " + LAST_DAY)
                    .knownAs("out-of-era");
        }
        return day;
    }

    /** A position of the log, from 0. */
    public @Nullable Long position(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return position(name, text);
    }

    /** The same for what is no parameter but a part of the path, or was typed into a form. */
    public static long position(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw Problem.invalid(name, "must be a position of the log: a whole number from 0, without leading zeros")
                    .knownAs("no-position");
        }
        return Long.parseLong(text);
    }

    /** What a person typed or pasted, without the marks that pages set between the thousands of a whole number. */
    public static String ungrouped(String typed) {
        String text = typed.strip();
        return GROUPED.matcher(text).matches() ? text.replaceAll("[^0-9]", "") : text;
    }

    /** A whole number from 0 that is a part of the path, such as the size of a tree. */
    public static long whole(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw Problem.invalid(name, "must be a whole number from 0, without leading zeros");
        }
        return Long.parseLong(text);
    }

    /**
     * An id; empty where it is absent.
     *
     * @param form what such an id looks like, as a regular expression
     */
    public String id(String name, String form) {
        String text = text(name);
        if (text != null && !text.matches(form)) {
            throw Problem.invalid(name, "must match " + form);
        }
        return text == null ? "" : text;
    }

    /**
     * How many of a list somebody asks for at most, by the parameter {@code limit}.
     *
     * @param usual where it is absent
     * @param most of those that anybody gets at once
     */
    public int limit(int usual, int most) {
        String text = text("limit");
        if (text == null) {
            return usual;
        }
        long given = WHOLE.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (given < 1 || given > most) {
            throw Problem.invalid("limit", "must be a whole number between 1 and " + most);
        }
        return Math.toIntExact(given);
    }

    /** False where it is absent. */
    public boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            case null -> false;
            default -> throw Problem.invalid(name, "must be true or false");
        };
    }

    /** All values of a parameter that may be repeated, and that may hold several with commas between them. */
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .flatMap(value -> value == null ? null : Arrays.stream(value.split(",")))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
