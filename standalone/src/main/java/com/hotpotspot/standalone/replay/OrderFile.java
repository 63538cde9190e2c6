package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.Bill;
import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.VatRate;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file of line items. Lines with the same order id are one order, wherever in the file they stand; its items keep the
 * file's order. Dates and times are Tbilisi's.
 *
 * @param orders sorted by time; orders of the same second as the file has them
 * @param lines how many lines of data the file has
 * @param skipped how many lines besides these hold nothing at all
 */
record OrderFile(List<Order> orders, long lines, long skipped) {

    private static final String ORDER = "order_id";
    private static final String DATE = "order_date";
    private static final String TIME = "order_time";
    private static final String ITEM = "item_id";
    private static final String PRICE = "item_price";
    private static final String QUANTITY = "quantity";
    private static final String WEIGHT = "weight_grams";
    private static final String DISCOUNT = "item_discount";
    private static final String VAT = "vat_per_mille";

    OrderFile {
        orders = List.copyOf(orders);
    }

    /** @throws UnusableFileException if the file cannot be read as it should, naming the line */
    static OrderFile read(Path file, Menu menu) {
        Map<SaleNumber, OpenOrder> open = new LinkedHashMap<>();
        long[] lines = {0};
        long skipped = new CsvFile(file).read(List.of(ORDER, DATE, TIME, ITEM, PRICE), row -> {
            lines[0]++;
            When when = new When(date(row), time(row));
            Era.require(when.instant(), DATE);
            open.computeIfAbsent(number(row), number -> new OpenOrder(number, when, row.line()))
                    .add(item(row, menu), when, row);
        });
        if (open.isEmpty()) {
            throw new UnusableFileException(file, "there is no order in this file");
        }
        return new OrderFile(
                open.values().stream()
                        .map(order -> order.close(file))
                        .sorted(Comparator.comparing(Order::soldAt))
                        .toList(),
                lines[0],
                skipped);
    }

    private static SaleNumber number(CsvFile.Row row) {
        String text = row.text(ORDER);
        try {
            SaleNumber number = new SaleNumber(text);
            number.mustBeNameable();
            return number;
        } catch (InvalidValue e) {
            throw new UnusableValueException(
                    "%s %s cannot be a sale's number: %s".formatted(ORDER, text, e.getMessage()));
        }
    }

    private static LocalDate date(CsvFile.Row row) {
        String text = row.text(DATE);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnusableValueException("%s must be a date like 2023-01-31, but is %s".formatted(DATE, text));
        }
    }

    private static LocalTime time(CsvFile.Row row) {
        String text = row.text(TIME);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new UnusableValueException("%s must be a time like 11:38:36, but is %s".formatted(TIME, text));
        }
    }

    private static SaleItem item(CsvFile.Row row, Menu menu) {
        String code = row.text(ITEM);
        Menu.Dish dish = menu.dish(code);
        Measure measure = measure(row);
        PlainText.requireLegible(code, ITEM, SaleItem.MAX_CODE_LENGTH);
        return new SaleItem(
                code,
                dish.name(),
                dish.category(),
                measure,
                Price.amount(row, DISCOUNT).orElse(null),
                row.filled(VAT).map(text -> new VatRate(whole(VAT, text))).orElse(null));
    }

    /** Where there is a weight, the price is that of a kilogram. */
    private static Measure measure(CsvFile.Row row) {
        Tetri price = Price.parse(row.text(PRICE), PRICE);
        Optional<String> weight = row.filled(WEIGHT);
        if (weight.isEmpty()) {
            return new Pieces(
                    row.optional(QUANTITY).map(text -> whole(QUANTITY, text)).orElse(1), price);
        }
        if (row.filled(QUANTITY).isPresent()) {
            throw new UnusableValueException("%s must be empty beside %s".formatted(QUANTITY, WEIGHT));
        }
        return weight(whole(WEIGHT, weight.get()), price);
    }

    private static Measure weight(int grams, Tetri price) {
        InvalidValue.unless(
                grams >= 1 && grams <= Measure.MAX_GRAMS, WEIGHT, "must lie between 1 and %d", Measure.MAX_GRAMS);
        InvalidValue.unless(
                price.value() <= SaleRecorded.HIGHEST_TOTAL_TETRI,
                PRICE,
                "must be at most %d.00 for a kilogram",
                SaleRecorded.HIGHEST_TOTAL_TETRI / 100);
        return Weight.of(grams, price);
    }

    private static int whole(String column, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnusableValueException("%s must be a whole number, but is %s".formatted(column, text));
        }
    }

    private record When(LocalDate date, LocalTime time) {

        Instant instant() {
            return date.atTime(time).atZone(BusinessDay.ZONE).toInstant();
        }
    }

    /** An order while its lines are still being collected. */
    private static final class OpenOrder {

        private final SaleNumber number;
        private final When when;
        private final long firstLine;
        private final List<SaleItem> items = new ArrayList<>();
        private final BillColumns bill = new BillColumns();
        private Tetri total = Tetri.ZERO;

        OpenOrder(SaleNumber number, When when, long firstLine) {
            this.number = number;
            this.when = when;
            this.firstLine = firstLine;
        }

        void add(SaleItem item, When itsWhen, CsvFile.Row row) {
            if (!itsWhen.equals(when)) {
                throw new UnusableValueException(String.format(
                        Locale.ROOT, "order %s has another date or time here than on line %d", number, firstLine));
            }
            try {
                total = total.plus(item.net());
            } catch (ArithmeticException e) {
                throw new UnusableValueException("order %s comes to more than an amount can be".formatted(number));
            }
            bill.read(row);
            items.add(item);
        }

        /** @throws UnusableFileException if the discount is larger than what the items come to */
        Order close(Path file) {
            Bill whole = bill.bill();
            if (whole.discount().compareTo(total) > 0) {
                throw new UnusableFileException(
                        file, firstLine, "the discount on order %s is larger than the order".formatted(number));
            }
            return new Order(number, when.instant(), items, whole);
        }
    }
}
