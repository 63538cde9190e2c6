package com.hotpotspot.query.saledesk;

import com.hotpotspot.query.web.Problem;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** How amounts of money are asked for: by programs in tetri, by people in lari. */
enum AmountForm {
    TETRI("totalTetri", "leastTetri", "mostTetri", "(0|[1-9][0-9]{0,15})", 0) {
        @Override
        String words() {
            return "must be an amount in tetri: a whole number from 0";
        }
    },
    LARI("amount", "least", "most", "[0-9]{1,13}([.,][0-9]{1,2})?", 2) {
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
     * An amount in tetri. People may write a comma, and spaces around it.
     *
     * @throws Problem if it is none
     */
    long tetri(String parameter, String text) {
        if (!form.matcher(text).matches()) {
            throw Problem.invalid(parameter, words());
        }
        return new BigDecimal(text.replace(',', '.')).movePointRight(digits).longValueExact();
    }
}
