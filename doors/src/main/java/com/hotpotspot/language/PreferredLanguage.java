package com.hotpotspot.language;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which of the languages that there are pages in somebody reads: the one that they chose, before that the first of
 * theirs that their browser names (RFC 4647, lookup), else English.
 */
public final class PreferredLanguage {

    /** The cookie with the code of the one that somebody chose. Both sides may be on one host, where they share it. */
    public static final String COOKIE = "HPS-LANGUAGE";

    /** As ISO 639-1 has them. The first is that of whoever reads none of them. */
    public static final List<String> CODES = List.of("en", "ka", "ru");

    /** For how long somebody's choice is theirs. */
    public static final Duration REMEMBERED = Duration.ofDays(365);

    private static final Map<String, String> OWN_NAMES = Map.of("en", "English", "ka", "ქართული", "ru", "Русский");

    /** Of a header; more than any browser sends. */
    private static final int LONGEST = 500;

    private static final List<Locale> OURS = CODES.stream().map(Locale::of).toList();

    private PreferredLanguage() {}

    /**
     * The code of the language to answer in.
     *
     * @param chosen what the cookie says, be it one of ours or not
     * @param acceptLanguage the header of that name
     */
    public static String of(@Nullable String chosen, @Nullable String acceptLanguage) {
        if (chosen != null && CODES.contains(chosen)) {
            return chosen;
        }
        Locale found = Locale.lookup(wishes(acceptLanguage), OURS);
        return found == null ? CODES.getFirst() : found.getLanguage();
    }

    /**
     * What those who read a language call it.
     *
     * @param code one of ours
     */
    public static String ownName(String code) {
        return Objects.requireNonNull(OWN_NAMES.get(code), code);
    }

    /** Whoever sends what cannot be read is answered as somebody who has no wish. */
    private static List<Locale.LanguageRange> wishes(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
