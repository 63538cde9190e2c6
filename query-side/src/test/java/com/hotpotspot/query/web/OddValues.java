package com.hotpotspot.query.web;

import java.util.List;
import java.util.stream.Stream;

/** What a parameter may be given by somebody who wants to know what comes of it. */
final class OddValues {

    /** Dates that are none, or on which nothing can have happened. */
    static final List<String> NO_DAYS = List.of(
            "+5874898-01-01",
            "+999999999-12-31",
            "-999999999-01-01",
            "-0001-01-01",
            "0000-01-01",
            "0001-01-01",
            "1999-12-31",
            "2100-01-02",
            "9999-12-31",
            "2026-02-30",
            "2026-1-1",
            "2026-W01-1",
            "2026-01-01T00:00:00Z",
            " 2026-01-01",
            "2026-01-01\u0000",
            "\u0662\u0660\u0662\u0666-01-01",
            "infinity");

    /** Numbers that are none, or no position of a log. */
    static final List<String> NO_POSITIONS = List.of(
            "-1",
            "+1",
            " 1",
            "1.0",
            "1e3",
            "0x10",
            "NaN",
            "\u0661",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "1".repeat(3_000));

    /**
     * What can be read and is beyond everything, and other nonsense; not {@code true}, after which a stream has no end.
     */
    private static final List<String> EXTREMES = List.of(
            "999999999999999999",
            "9007199254740993",
            "000000000000000000",
            "2100-01-01",
            "2000-01-01",
            "",
            "TRUE",
            "%",
            "\u0000",
            "';--",
            "<b>",
            "\uD83E\uDD5F".repeat(200));

    private OddValues() {}

    /** All of them. */
    static Stream<String> all() {
        return Stream.of(NO_DAYS, NO_POSITIONS, EXTREMES).flatMap(List::stream);
    }
}
