package com.hotpotspot.command.receipt;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Takings;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VatRate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The text of a receipt, line by line, for a printer of fixed width. It says nothing about the customer. */
public final class ReceiptLines {

    /** Characters in a line on paper of 58 mm. */
    public static final int WIDTH = 32;

    private static final String RULE = "-".repeat(WIDTH);
    private static final ResourceBundle.Control WITHOUT_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final List<String> lines = new ArrayList<>();
    private final ResourceBundle words;

    private ReceiptLines(Locale language) {
        words = ResourceBundle.getBundle("messages/command/receipt", language, WITHOUT_FALLBACK);
    }

    /**
     * The lines of a sale's receipt. Times are Tbilisi's, amounts GEL, both to the minute and the tetri.
     *
     * @param language one that there are pages in
     * @param check empty if the buyer was credited directly or nothing was minted
     * @param code empty if it is not to be printed
     */
    public static List<String> of(
            Locale language,
            SaleRecorded sale,
            TokensMinted minted,
            Optional<CheckIssued> check,
            Optional<ClaimCode> code) {
        ReceiptLines receipt = new ReceiptLines(language);
        receipt.text("The Hot Pot Spot");
        receipt.named("node", sale.node().value());
        receipt.named("sale", sale.number().value());
        receipt.named("time", time(sale.soldAt()));
        receipt.namedIfAny("cashier", sale.cashier());
        receipt.namedIfAny("fiscal-number", sale.fiscalNumber());
        receipt.lines.add(RULE);
        sale.items().forEach(receipt::item);
        receipt.lines.add(RULE);
        receipt.total(sale);
        if (!minted.buyerUnits().isZero()) {
            receipt.named(check.isPresent() ? "tokens" : "credited", tokens(minted.buyerUnits()));
        }
        check.ifPresent(issued -> receipt.check(issued, code));
        return List.copyOf(receipt.lines);
    }

    private void item(SaleItem item) {
        text(item.name());
        pair("  " + measure(item.measure()), gel(item.amount()));
        discount("  ", item.discountTetri());
    }

    private String measure(Measure measure) {
        return switch (measure) {
            case Pieces(int quantity, Tetri price) -> quantity + " x " + gel(price);
            case Weight(int grams, Tetri price, Tetri amount) ->
                kilograms(grams) + ' ' + word("kilograms") + " x " + gel(price);
        };
    }

    private void total(SaleRecorded sale) {
        discount("", sale.discountTetri());
        named("total", gel(sale.totalTetri()));
        Takings.byVatRate(sale)
                .forEach((rate, taken) -> pair(word("vat") + ' ' + percent(rate), gel(rate.includedIn(taken))));
        if (sale.payments() != null) {
            sale.payments().forEach(part -> named("paid." + part.means(), gel(part.amountTetri())));
        }
        if (sale.tipTetri() != null) {
            named("tip", gel(sale.tipTetri().amount()));
        }
    }

    private void discount(String indent, @Nullable Tetri discount) {
        if (discount != null) {
            pair(indent + word("discount"), "-" + gel(discount));
        }
    }

    private void check(CheckIssued issued, Optional<ClaimCode> code) {
        lines.add(RULE);
        named("check", issued.check().value());
        code.ifPresent(it -> named("code", grouped(it)));
        named("until", time(issued.claimableUntil()));
    }

    /** Two halves are easier to type; the hyphen is dropped again when a code is read. */
    private static String grouped(ClaimCode code) {
        String characters = code.reveal();
        int half = characters.length() / 2;
        return characters.substring(0, half) + '-' + characters.substring(half);
    }

    /** One to the left and one to the right; the right one gets lines of its own where both do not fit. */
    private void pair(String left, String right) {
        int gap = WIDTH - length(left) - length(right);
        if (gap >= 1) {
            lines.add(left + " ".repeat(gap) + right);
        } else {
            text(left);
            for (String part : wrapped(right)) {
                lines.add(" ".repeat(WIDTH - length(part)) + part);
            }
        }
    }

    private void named(String word, String right) {
        pair(word(word), right);
    }

    private void namedIfAny(String word, @Nullable Object right) {
        if (right != null) {
            named(word, right.toString());
        }
    }

    private String word(String key) {
        return words.getString("receipt." + key);
    }

    private void text(String text) {
        lines.addAll(wrapped(text));
    }

    /** Broken between words where there is a space to break at, else after {@link #WIDTH} characters. */
    private static List<String> wrapped(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text.stripTrailing();
        while (length(rest) > WIDTH) {
            int hard = rest.offsetByCodePoints(0, WIDTH);
            int space = rest.lastIndexOf(' ', hard);
            int end = rest.substring(0, Math.max(space, 0)).isBlank() ? hard : space;
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).strip();
        }
        parts.add(rest);
        return parts;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(BusinessDay.ZONE));
    }

    private static String gel(Tetri amount) {
        return hundredths(amount.value());
    }

    private static String tokens(Units amount) {
        return hundredths(amount.value());
    }

    private static String kilograms(int grams) {
        return String.format(Locale.ROOT, "%d.%03d", grams / 1_000, grams % 1_000);
    }

    private static String percent(VatRate rate) {
        int tenths = rate.perMille() % 10;
        return rate.perMille() / 10 + (tenths == 0 ? "%" : "." + tenths + "%");
    }

    private static String hundredths(long value) {
        long rest = value % 100;
        return value / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
