package com.hotpotspot.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Pieces;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VatRate;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ReceiptLinesTest {

    private static final Instant SOLD = Instant.parse("2026-11-24T20:05:59Z");
    private static final Instant CLAIMABLE_UNTIL = Instant.parse("2027-11-24T20:06:30Z");
    static final Optional<ClaimCode> CODE = Optional.of(new ClaimCode("0123456789"));
    private static final SaleItem KHINKALI = item("Khinkali", 5, 150);

    @Test
    void showWhatWasSoldWhatItCostAndWhatCanBeClaimed() {
        SaleRecorded sale = sale("4711", KHINKALI, item("Adjarian khachapuri with an egg and butter", 1, 1_805));

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE))
                .containsExactly(
                        "The Hot Pot Spot",
                        "Node                        VAKE",
                        "Sale                        4711",
                        "Time            2026-11-25 00:05",
                        "--------------------------------",
                        "Khinkali",
                        "  5 x 1.50                  7.50",
                        "Adjarian khachapuri with an egg",
                        "and butter",
                        "  1 x 18.05                18.05",
                        "--------------------------------",
                        "TOTAL GEL                  25.55",
                        "Your tokens                 0.49",
                        "--------------------------------",
                        "Check            VAKE:0000004711",
                        "Claim code           01234-56789",
                        "Claim until     2027-11-25 00:06");
    }

    @Test
    void leaveOutTheCheckOfABuyerWhoWasCreditedDirectly() {
        SaleRecorded sale = sale("4711", KHINKALI);

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), Optional.empty(), Optional.empty()))
                .endsWith("TOTAL GEL                   7.50", "Tokens credited             0.49");
    }

    @Test
    void leaveOutTokensWhereNoneWereMinted() {
        SaleRecorded sale = sale("4711", KHINKALI);

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 0), Optional.empty(), Optional.empty()))
                .endsWith("TOTAL GEL                   7.50");
    }

    @Test
    void leaveOutACodeThatIsNotToBePrinted() {
        SaleRecorded sale = sale("4711", KHINKALI);

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), Optional.empty()))
                .noneMatch(line -> line.contains("code"))
                .anyMatch(line -> line.contains("VAKE:0000004711"));
    }

    @Test
    void sayNothingAboutTheCustomer() {
        SaleRecorded sale = sale("4711", KHINKALI);

        assertThat(sale.customer()).isNotNull();
        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE))
                .noneMatch(line -> line.contains("customer"));
    }

    @Test
    void haveTheSameDigitsWhateverTheMachineSpeaks() {
        SaleRecorded sale = sale("4711", KHINKALI);
        List<String> lines = ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE))
                    .isEqualTo(lines);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void breakWhatHasNoPlaceToBreakAt() {
        SaleRecorded sale = sale("x".repeat(40), item("ხ".repeat(70), 1, 1));

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE))
                .contains("Sale", "x".repeat(32), " ".repeat(24) + "x".repeat(8), "ხ".repeat(32), "ხ".repeat(6));
    }

    @Property
    void areNeverWiderThanThePaper(
            @ForAll @NotBlank @StringLength(min = 1, max = 120) String name,
            @ForAll @IntRange(min = 1, max = 100_000) int quantity,
            @ForAll @LongRange(max = 10_000_000) long price) {
        Assume.that(PlainText.isPlain(name) && !name.isBlank());
        SaleRecorded sale = sale("4711", item(name, quantity, price));

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 49), check(sale), CODE))
                .allMatch(line -> line.codePointCount(0, line.length()) <= 32);
    }

    @Test
    void showWeightsDiscountsTaxPaymentsAndTip() {
        SaleRecorded plain = sale("4711", KHINKALI);
        SaleRecorded sale = new SaleRecorded(
                plain.sale(),
                plain.node(),
                plain.number(),
                plain.terminal(),
                plain.soldAt(),
                List.of(
                        new SaleItem(
                                "k", "Khinkali", "d", new Pieces(5, Tetri.of(180)), Tetri.of(100), new VatRate(180)),
                        new SaleItem("m", "Mtsvadi", "m", Weight.of(335, Tetri.of(3_199)), null, new VatRate(55))),
                Tetri.of(300),
                Tetri.of(1_572),
                List.of(
                        new Payment(MeansOfPayment.CASH, Tetri.of(1_000)),
                        new Payment(MeansOfPayment.VOUCHER, Tetri.of(572))),
                new Tip(Tetri.of(150)),
                new CashierId("k-17"),
                null,
                new FiscalNumber("F/2026-4711"),
                SaleOrigin.TILL);

        assertThat(ReceiptLines.of(Locale.ENGLISH, sale, minted(sale, 0), Optional.empty(), Optional.empty()))
                .startsWith("""
                        The Hot Pot Spot
                        Node                        VAKE
                        Sale                        4711
                        Time            2026-11-25 00:05
                        Cashier                     k-17
                        Fiscal number        F/2026-4711
                        --------------------------------
                        Khinkali
                          5 x 1.80                  9.00
                          Discount                 -1.00
                        Mtsvadi
                          0.335 kg x 31.99         10.72
                        --------------------------------
                        Discount                   -3.00
                        TOTAL GEL                  15.72
                        incl. VAT 5.5%              0.47
                        incl. VAT 18%               1.03
                        Cash                       10.00
                        Voucher                     5.72
                        Tip                         1.50
                        """.lines().toArray(String[]::new));
    }

    private static SaleItem item(String name, int quantity, long priceTetri) {
        return new SaleItem("code", name, "category", quantity, Tetri.of(priceTetri));
    }

    private static SaleRecorded sale(String number, SaleItem... items) {
        NodeId node = new NodeId("VAKE");
        Tetri total = List.of(items).stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
        return new SaleRecorded(
                SaleId.of(node, new SaleNumber(number)),
                node,
                new SaleNumber(number),
                new TerminalId("TILL-1"),
                SOLD,
                List.of(items),
                total,
                new CustomerId("customer-1"),
                SaleOrigin.TILL);
    }

    static TokensMinted minted(SaleRecorded sale, long buyerUnits) {
        WalletId wallet = WalletKind.FRANCHISE.walletOf("somebody");
        return new TokensMinted(
                sale.sale(),
                sale.node(),
                1,
                Units.of(buyerUnits),
                wallet,
                Units.ZERO,
                sale.sale().check().wallet(),
                Units.of(buyerUnits),
                wallet,
                Units.ZERO,
                SOLD);
    }

    static Optional<CheckIssued> check(SaleRecorded sale) {
        return Optional.of(new CheckIssued(
                sale.sale(), sale.sale().check(), sale.sale().check().wallet(), Units.of(49), CLAIMABLE_UNTIL));
    }
}
