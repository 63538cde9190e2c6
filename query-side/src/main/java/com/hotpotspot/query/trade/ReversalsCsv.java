package com.hotpotspot.query.trade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.query.sale.SpreadsheetText;
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

/** Voids and refunds as CSV (RFC 4180). */
final class ReversalsCsv {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final List<String> HEADER = List.of(
            "Kind",
            "Sale ID",
            "Node ID",
            "Business Day",
            "Recorded At",
            "Amount Tetri",
            "Terminal ID",
            "Reason",
            "Account",
            "Approved By",
            "Position");

    private ReversalsCsv() {}

    static byte[] file(List<Reversal> reversals) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(HEADER);
            reversals.forEach(reversal -> csv.writeRecord(fields(reversal)));
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static List<String> fields(Reversal reversal) {
        return List.of(
                reversal.kind().name(),
                SpreadsheetText.of(reversal.saleId().value()),
                SpreadsheetText.of(reversal.nodeId().value()),
                reversal.day().toString(),
                INSTANT.format(reversal.at()),
                Long.toString(reversal.amountTetri()),
                SpreadsheetText.of(reversal.terminalId().value()),
                reversal.reason(),
                orEmpty(reversal.account()),
                orEmpty(reversal.approvedBy()),
                Long.toString(reversal.position()));
    }

    private static String orEmpty(@Nullable Object id) {
        return id == null ? "" : SpreadsheetText.of(id.toString());
    }
}
