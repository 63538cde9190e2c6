package com.hotpotspot.query.saledesk;

import com.hotpotspot.query.web.Problem;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How amounts of money are asked for: by programs in tetri, by people in lari. */
enum AmountForm {
    TETRI("totalTetri", "leastTetri", "mostTetri", "(?<whole>0|[1-9][0-9]{0,15})(?<part>)", 0) {
        @Override
        String words() {
            return "must be an amount in tetri: a whole number from 0";
        }
    },
    LARI(
            "amount",
            "least",
            "most",
            "(?<whole>[0-9]{1,13}|[0-9]{1,3}(?:[ \u00a0\u202f,][0-9]{3}){1,4})(?:[.,](?<part>[0-9]{1,2}))?",
            2) {
        @Override
        String words() {
            return "must be an amount in lari like 12.50";
        }
    };

    private final String total;
    private final String least;
    private final String most;
    private final Pattern form;
    private final int digits;

    AmountForm(String total, String least, String most, String form, int digits) {
        this.total = total;
        this.least = least;
        this.most = most;
        this.form = Pattern.compile(form);
        this.digits = digits;
    }

    /** What an amount must be, in words that read on after its name. */
    abstract String words();

    /** The parameter for just one total. */
    String total() {
        return total;
    }

    /** The parameter for the smallest total. */
    String least() {
        return least;
    }

    /** The parameter for the largest total. */
    String most() {
        return most;
    }

    /**
     * An amount in tetri. People may write a comma, and thousands as pages do: with spaces or commas between them.
     *
     * @throws Problem if it is none
     */
    long tetri(String parameter, String text) {
        Matcher amount = form.matcher(text);
        if (!amount.matches()) {
            throw Problem.invalid(parameter, words());
        }
        String whole = amount.group("whole").replaceAll("[^0-9]", "");
        String part = Objects.requireNonNullElse(amount.group("part"), "");
        return new BigDecimal(whole + '.' + part).movePointRight(digits).longValueExact();
    }
}
