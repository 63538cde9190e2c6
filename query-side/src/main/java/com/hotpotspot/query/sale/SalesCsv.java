package com.hotpotspot.query.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.query.sale.RegisteredSale.Bill;
import com.hotpotspot.query.sale.RegisteredSale.Mint;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register as CSV (RFC 4180). The columns of each format are fixed, and so is their order. */
final class SalesCsv {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of(
            "Sale ID",
            "Node ID",
            "Sale Number",
            "Sold At",
            "Business Day",
            "Total Tetri",
            "Policy Version",
            "Minted Units",
            "Owner Wallet",
            "Owner Units",
            "Buyer Wallet",
            "Buyer Units",
            "Royalty Wallet",
            "Royalty Units",
            "Check ID",
            "Check Status",
            "Sale Status",
            "Refunded Tetri",
            "Position");

    private static final List<String> MORE = List.of(
            "Discount Tetri",
            "VAT Tetri",
            "Cash Tetri",
            "Card Tetri",
            "Voucher Tetri",
            "Other Tetri",
            "Tip Tetri",
            "Fiscal Number");

    private SalesCsv() {}

    static byte[] header(SalesFormat format) {
        return lines(csv -> csv.writeRecord(record(format, HEADER, () -> MORE)));
    }

    static byte[] rows(SalesFormat format, List<RegisteredSale> sales) {
        return lines(csv ->
                sales.forEach(sale -> csv.writeRecord(record(format, fields(sale), () -> more(sale.bill())))));
    }

    private static List<String> record(SalesFormat format, List<String> first, Supplier<List<String>> more) {
        return switch (format) {
            case CSV -> first;
            case CSV_2 -> Stream.concat(first.stream(), more.get().stream()).toList();
        };
    }

    private static List<String> more(Bill bill) {
        return List.of(
                Long.toString(bill.discountTetri()),
                bill.vatTetri() == null ? "" : bill.vatTetri().toString(),
                Long.toString(bill.cashTetri()),
                Long.toString(bill.cardTetri()),
                Long.toString(bill.voucherTetri()),
                Long.toString(bill.otherTetri()),
                Long.toString(bill.tipTetri()),
                orEmpty(bill.fiscalNumber()));
    }

    private static List<String> fields(RegisteredSale sale) {
        Mint mint = sale.mint();
        return List.of(
                SpreadsheetText.of(sale.saleId()),
                SpreadsheetText.of(sale.nodeId()),
                SpreadsheetText.of(sale.saleNumber()),
                INSTANT.format(sale.soldAt()),
                sale.day().toString(),
                Long.toString(sale.totalTetri()),
                mint == null ? "" : Long.toString(mint.policyVersion()),
                mint == null ? "" : Long.toString(mint.units()),
                mint == null ? "" : SpreadsheetText.of(mint.ownerWallet()),
                mint == null ? "" : Long.toString(mint.ownerUnits()),
                mint == null ? "" : SpreadsheetText.of(mint.buyerWallet()),
                mint == null ? "" : Long.toString(mint.buyerUnits()),
                mint == null ? "" : SpreadsheetText.of(mint.royaltyWallet()),
                mint == null ? "" : Long.toString(mint.royaltyUnits()),
                orEmpty(sale.checkId()),
                sale.checkStatus() == null ? "" : sale.checkStatus().name(),
                sale.voided() ? "VOIDED" : "RECORDED",
                Long.toString(sale.refundedTetri()),
                Long.toString(sale.position()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.of(text);
    }

    private static byte[] lines(Lines lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            lines.writeTo(csv);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private interface Lines {
        void writeTo(CsvWriter csv);
    }
}
