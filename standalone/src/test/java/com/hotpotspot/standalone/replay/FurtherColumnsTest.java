package com.hotpotspot.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.client.Bill;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.VatRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of orders may say besides, column by column. */
class FurtherColumnsTest {

    private final FilesToReplay files;

    FurtherColumnsTest(@TempDir Path directory) {
        files = new FilesToReplay(directory);
    }

    @Test
    void furtherColumnsSayWhatTillsKnowBesides() throws IOException {
        OrderFile file = files.orders("""
                order_id,order_date,order_time,item_id,item_price,quantity,weight_grams,item_discount,vat_per_mille,order_discount,paid_cash,paid_card,tip,cashier_id,fiscal_number
                1,2023-01-01,11:38:36,KHI,1.80,5,,1.00,180,3.00,10,5.72,1.50,k-17,F/4711
                1,2023-01-01,11:38:36,MTS,31.99,,335,,,3.00,,,,,
                2,2023-01-01,11:38:37,KHI,1.80,5,,0,,0,0,0.00,0,,
                """);

        Order named = file.orders().getFirst();
        assertThat(named.items())
                .containsExactly(
                        new SaleItem(
                                "KHI",
                                "Item KHI",
                                "Uncategorised",
                                new Pieces(5, Tetri.of(180)),
                                Tetri.of(100),
                                new VatRate(180)),
                        new SaleItem("MTS", "Item MTS", "Uncategorised", Weight.of(335, Tetri.of(3_199)), null, null));
        assertThat(named.bill())
                .isEqualTo(new Bill(
                        Tetri.of(300),
                        List.of(
                                new Payment(MeansOfPayment.CASH, Tetri.of(1_000)),
                                new Payment(MeansOfPayment.CARD, Tetri.of(572))),
                        new Tip(Tetri.of(150)),
                        new CashierId("k-17"),
                        new FiscalNumber("F/4711")));
        assertThat(named.soldAt(new NodeId("VAKE"), ReplayNodes.TERMINAL).totalTetri())
                .isEqualTo(Tetri.of(1_572));
        assertThat(file.orders().getLast().bill()).isEqualTo(Bill.PLAIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KHI,1.80,5,335,,,,,  | quantity must be empty beside weight_grams
            MTS,1.80,,0,,,,,     | weight_grams must lie between 1 and 1000000
            MTS,1.80,,x,,,,,     | weight_grams must be a whole number, but is x
            MTS,100000.01,,1,,,,, | item_price must be at most 100000.00 for a kilogram
            KHI,1.80,1,,1.81,,,, | discountTetri must be at most the amount of its line, which is 180
            KHI,1.80,1,,,1001,,, | vatPerMille must lie between 0 and 1000
            KHI,1.80,1,,,,3.00,, | order_discount is another than on an earlier line of the order
            KHI,1.80,1,,,,,Nino K, | cashierId must match [A-Za-z0-9._-]{1,64}
            KHI,1.80,1,,,,,,F_1  | fiscalNumber must match [A-Za-z0-9/-]{1,40}
            """)
    void whatAColumnCannotSayIsNamedWithItsLine(String columns, String reason) throws IOException {
        Path file = files.write("odd.csv", """
                order_id,order_date,order_time,item_id,item_price,quantity,weight_grams,item_discount,vat_per_mille,order_discount,cashier_id,fiscal_number
                1,2023-01-01,11:38:36,KHI,1.80,5,,,,2.00,,
                1,2023-01-01,11:38:36,%s
                """.formatted(columns));

        assertThatThrownBy(() -> OrderFile.read(file, Menu.empty()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(file + ", line 3: " + reason);
    }

    @Test
    void aDiscountThatIsLargerThanItsOrderIsNamedWithTheFirstLine() throws IOException {
        Path file = files.write("discount.csv", """
                order_id,order_date,order_time,item_id,item_price,order_discount
                1,2023-01-01,11:38:36,KHI,1.80,1.81
                """);

        assertThatThrownBy(() -> OrderFile.read(file, Menu.empty()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(file + ", line 2: the discount on order 1 is larger than the order");
    }
}
