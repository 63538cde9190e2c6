package com.hotpotspot.query.sale;

import java.util.regex.Pattern;

/**
 * Texts in a file that programs read and people open in spreadsheets, which take {@code -1-2} for a formula or a date
 * and {@code 1e10} for a number. In front of such a text stands an apostrophe, so that it stays one. No text in the
 * register begins with an apostrophe itself: a program takes away one that is there.
 */
public final class SpreadsheetText {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n].*");
    private static final Pattern NUMBER_OR_DATE = Pattern.compile("(?s)[0-9.].*");
    private static final Pattern DATE_BY_MONTH = Pattern.compile(
            "(?s)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ ./_-]*[0-9].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRUTH = Pattern.compile("true|false", Pattern.CASE_INSENSITIVE);

    private SpreadsheetText() {}

    /** A number without a sign and of at most 15 digits is the same to everybody, and stays as it is. */
    public static String of(String text) {
        return isReadAsSomethingElse(text) ? "'" + text : text;
    }

    private static boolean isReadAsSomethingElse(String text) {
        return !WHOLE_NUMBER.matcher(text).matches()
                && (FORMULA.matcher(text).matches()
                        || NUMBER_OR_DATE.matcher(text).matches()
                        || DATE_BY_MONTH.matcher(text).matches()
                        || TRUTH.matcher(text).matches());
    }
}
