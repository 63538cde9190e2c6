package com.hotpotspot.query.layout;

import com.hotpotspot.events.BusinessDay;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them. Amounts are taken apart as whole numbers, so that nothing is ever rounded. */
public final class Figures {

    private static final long HUNDREDTHS = 100;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH).withZone(BusinessDay.ZONE);

    private Figures() {}

    /** For example 5,343. */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Tetri as GEL, for example 159,217.90. */
    public static String gel(long tetri) {
        return hundredths(tetri);
    }

    /** Units as tokens, for example 5,343.00. */
    public static String tokens(long units) {
        return hundredths(units);
    }

    /** Grams as kilograms, for example 3.350 kg. */
    public static String kilograms(long grams) {
        return String.format(Locale.ROOT, "%s.%03d kg", count(grams / 1_000), grams % 1_000);
    }

    /** How long a bar is beside the longest, from 0 to 100. */
    public static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.multiplyExact(part, 100L) / whole;
    }

    /** In Tbilisi, as everybody there reads the clock. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String hundredths(long number) {
        return String.format(Locale.ROOT, "%s.%02d", count(number / HUNDREDTHS), Math.abs(number % HUNDREDTHS));
    }
}
