package com.hotpotspot.standalone.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.hotpotspot.client.Bill;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFileTest {

    private static final String HEADER = "order_id,order_date,order_time,item_id,item_price\n";

    private final FilesToReplay files;

    OrderFileTest(@TempDir Path directory) {
        files = new FilesToReplay(directory);
    }

    @Test
    void linesOfOneOrderAreOneSaleWhereverTheyStand() throws IOException {
        OrderFile file = files.orders(HEADER + """
                1,2023-01-01,11:38:36,109,17.95
                2,2023-01-01,11:57:40,108,14.50
                1,2023-01-01,11:38:36,101,12.95
                2,2023-01-01,11:57:40,124,14.50
                1,2023-01-01,11:38:36,109,17.95
                """);

        assertThat(file.lines()).isEqualTo(5);
        assertThat(file.orders()).extracting(Order::number).containsExactly(new SaleNumber("1"), new SaleNumber("2"));
        assertThat(file.orders().getFirst().items())
                .containsExactly(item("109", 1, 1_795), item("101", 1, 1_295), item("109", 1, 1_795));
    }

    @Test
    void ordersAreSortedByTimeAndTimesAreThoseOfTbilisi() throws IOException {
        OrderFile file = files.orders(HEADER + """
                7,2023-01-02,00:30:00,109,1.00
                9,2023-01-01,23:59:59,109,1.00
                8,2023-01-01,23:59:59,109,1.00
                """);

        assertThat(file.orders())
                .extracting(order -> order.number().value(), Order::soldAt)
                .containsExactly(
                        tuple("9", Instant.parse("2023-01-01T19:59:59Z")),
                        tuple("8", Instant.parse("2023-01-01T19:59:59Z")),
                        tuple("7", Instant.parse("2023-01-01T20:30:00Z")));
    }

    @Test
    void columnsMayStandInAnyOrderBesideOthers() throws IOException {
        OrderFile file = files.orders("""
                item_price,note,quantity,order_time,item_id,order_date,order_id
                1.80,"hot, please",12,13:05,KH1,2023-03-31,A-17
                """);

        Instant at = Instant.parse("2023-03-31T09:05:00Z");
        assertThat(file.orders())
                .containsExactly(new Order(new SaleNumber("A-17"), at, List.of(item("KH1", 12, 180)), Bill.PLAIN));
    }

    @Test
    void aByteOrderMarkAndEmptyLinesAndWindowsLineEndsDoNotDisturb() throws IOException {
        OrderFile file =
                files.orders("\uFEFF" + (HEADER + "\n1,2023-01-01,11:38:36,109,17.95\n\n").replace("\n", "\r\n"));

        assertThat(file.orders()).hasSize(1);
    }

    @Test
    void amountsAreExact() throws IOException {
        String lines = IntStream.range(0, 3_000)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "%d,2023-01-01,12:00:00,109,%d.%02d", i / 3 + 1, i % 20, i % 100))
                .collect(Collectors.joining("\n", HEADER, "\n"));

        long total = files.orders(lines).orders().stream()
                .mapToLong(order -> order.soldAt(new NodeId("VAKE"), ReplayNodes.TERMINAL)
                        .totalTetri()
                        .value())
                .sum();

        // 3,000 lines: whole lari 0 to 19, tetri 0 to 99, both evenly.
        assertThat(total).isEqualTo(3_000 / 20 * 190 * 100 + 3_000 / 100 * 4_950);
    }

    @Test
    void theMenuGivesNamesAndCategories() throws IOException {
        Path menu = files.write("menu.csv", """
                menu_item_id,item_name,category,price
                109,Korean Beef Bowl,Asian,17.95
                """);

        OrderFile file = OrderFile.read(
                files.write("orders.csv", HEADER + "1,2023-01-01,12:00:00,109,17.95\n1,2023-01-01,12:00:00,999,1.00\n"),
                Menu.read(menu));

        assertThat(file.orders().getFirst().items())
                .containsExactly(
                        new SaleItem("109", "Korean Beef Bowl", "Asian", 1, Tetri.of(1_795)),
                        new SaleItem("999", "Item 999", "Uncategorised", 1, Tetri.of(100)));
    }

    @Nested
    class UnusableFiles {

        @ParameterizedTest
        @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                1,2023-01-01,11:38:36,109                      | has 4 fields, but the header has 5
                1,2023-01-01,11:38:36,109,1.00,2.00            | has 6 fields, but the header has 5
                1,2023-01-01,11:38:36,109,12.955               | item_price must be an amount like 12.95, not negative and with at most two decimals, but is 12.955
                1,2023-01-01,11:38:36,109,-1.00                | item_price must be an amount like 12.95, not negative and with at most two decimals, but is -1.00
                1,2023-02-30,11:38:36,109,1.00                 | order_date must be a date like 2023-01-31, but is 2023-02-30
                1,0000-01-01,11:38:36,109,1.00                 | order_date must lie between 2000-01-01 and 2100-01-01
                1,+5874898-01-01,11:38:36,109,1.00             | order_date must lie between 2000-01-01 and 2100-01-01
                1,2023-01-01,11:38:36,1​9,1.00                 | item_id must not contain invisible characters or those that turn the direction
                ..,2023-01-01,11:38:36,109,1.00                | order_id .. cannot be a sale's number: saleNumber must have a letter or a digit
                1,2023-01-01,25:00:00,109,1.00                 | order_time must be a time like 11:38:36, but is 25:00:00
                1,2023-01-01,11:38:36,,1.00                    | item_id is empty
                007,2023-01-01,11:38:36,109,1.00               | order_id 007 cannot be a sale's number: saleNumber must not have leading zeros when it is numeric
                no spaces,2023-01-01,11:38:36,109,1.00         | order_id no spaces cannot be a sale's number: saleNumber must match [A-Za-z0-9._-]{1,40}
                """)
        void areNamedWithTheLine(String line, String reason) throws IOException {
            Path file = files.write("orders.csv", HEADER + "5,2023-01-01,11:38:36,109,1.00\n" + line + '\n');

            assertThatThrownBy(() -> OrderFile.read(file, Menu.empty()))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessage("%s, line 3: %s", file, reason);
        }

        @ParameterizedTest
        @CsvSource({"0", "-3", "100001"})
        void haveQuantitiesThatCannotBe(String quantity) {
            assertUnusable(
                    "order_id,order_date,order_time,item_id,item_price,quantity\n1,2023-01-01,12:00:00,9,1.00,"
                            + quantity,
                    "line 2: quantity must lie between 1 and 100000");
        }

        @ParameterizedTest
        @CsvSource({"1.5", "two"})
        void haveQuantitiesThatAreNoWholeNumbers(String quantity) {
            assertUnusable(
                    "order_id,order_date,order_time,item_id,item_price,quantity\n1,2023-01-01,12:00:00,9,1.00,"
                            + quantity,
                    "line 2: quantity must be a whole number, but is " + quantity);
        }

        @Test
        void haveOrdersAtTwoTimes() {
            assertUnusable(
                    HEADER + "1,2023-01-01,11:38:36,109,1.00\n1,2023-01-01,11:38:37,109,1.00\n",
                    "line 3: order 1 has another date or time here than on line 2");
        }

        @Test
        void haveOrdersBeyondAllAmounts() {
            assertUnusable("""
                    order_id,order_date,order_time,item_id,item_price,quantity
                    1,2023-01-01,12:00:00,9,9999999999999.99,100000
                    """, "line 2: order 1 comes to more than an amount can be");
        }

        @Test
        void haveNoHeader() {
            assertUnusable("1,2023-01-01,11:38:36,109,17.95\n", "line 1: the header has no order_id, order_date");
        }

        @Test
        void holdNothingButCommas() {
            assertUnusable(HEADER + ",,,,\n , ,,,\n", "there is no order in this file");
        }

        @Test
        void lackAColumn() {
            assertUnusable(
                    "order_id,order_date,order_time,price\n1,2023-01-01,12:00:00,1.00\n",
                    "line 1: the header has no item_id, item_price; it must name the columns "
                            + "order_id,order_date,order_time,item_id,item_price");
        }

        @Test
        void nameAColumnTwice() {
            assertUnusable("order_id,order_id\n", "line 1: names the column order_id twice");
        }

        @Test
        void areEmpty() {
            assertUnusable("", "is empty");
        }

        @Test
        void haveNothingButAHeader() {
            assertUnusable(HEADER, "there is no order in this file");
        }

        @Test
        void leaveAQuoteOpen() {
            assertUnusable(HEADER + "1,2023-01-01,11:38:36,\"109,17.95\n", "line 2: is not CSV");
        }

        @Test
        void areNoText() throws IOException {
            Path file = files.directory().resolve("orders.csv");
            Files.write(file, (HEADER + "1,2023-01-01,11:38:36,caf\u00e9,17.95\n").getBytes(ISO_8859_1));

            assertThatThrownBy(() -> OrderFile.read(file, Menu.empty()))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("is not UTF-8 text");
        }

        @Test
        void areMissing() {
            assertThatThrownBy(() -> OrderFile.read(files.directory().resolve("nowhere.csv"), Menu.empty()))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageEndingWith("nowhere.csv: there is no such file, or it may not be read");
        }

        @Test
        void areMenusThatNameADishTwice() throws IOException {
            Path menu = files.write("menu.csv", "menu_item_id,item_name,category\n1,A,X\n1,B,X\n");

            assertThatThrownBy(() -> Menu.read(menu))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageEndingWith("line 3: the dish 1 is on the menu twice");
        }

        private void assertUnusable(String content, String reason) {
            assertThatThrownBy(() -> files.orders(content))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining(reason);
        }
    }

    @Test
    void linesOfCommasOnlyAreSkippedAndCounted() throws IOException {
        OrderFile file = files.orders(HEADER + ",,,,\n1,2023-01-01,11:38:36,109,17.95\n,,\n , ,\t,,\n");

        assertThat(file.orders()).hasSize(1);
        assertThat(file.lines()).isEqualTo(1);
        assertThat(file.skipped()).isEqualTo(3);
    }

    private static SaleItem item(String code, int quantity, long priceTetri) {
        return new SaleItem(code, "Item " + code, "Uncategorised", quantity, Tetri.of(priceTetri));
    }
}
