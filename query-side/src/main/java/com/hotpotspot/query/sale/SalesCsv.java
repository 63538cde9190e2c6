package com.hotpotspot.query.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.jspecify.annotations.Nullable;

/** The register as CSV (RFC 4180). The order of its columns is fixed. */
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

    private SalesCsv() {}

    static byte[] header() {
        return lines(csv -> csv.writeRecord(HEADER));
    }

    static byte[] rows(List<RegisteredSale> sales) {
        return lines(csv -> sales.forEach(sale -> write(csv, sale)));
    }

    private static void write(CsvWriter csv, RegisteredSale sale) {
        Mint mint = sale.mint();
        csv.writeRecord(
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
