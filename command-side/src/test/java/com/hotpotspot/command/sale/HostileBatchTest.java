package com.hotpotspot.command.sale;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.web.StrictMapper;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.testing.Spoilt;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a batch holds: each of its lines is a sale, or is refused by itself. */
class HostileBatchTest {

    private static final JsonMapper JSON = StrictMapper.get();
    private static final SaleLines LINES =
            new SaleLines(JSON, Validation.buildDefaultValidatorFactory().getValidator());
    private static final Set<String> CODES = Set.of("content-too-large", "malformed-json", "invalid-content");

    private static final String SALE = """
            {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"2026-11-22T09:12:05.123Z","items":[\
            {"code":"KHI","name":"ხინკალი","category":"Dumplings","quantity":5,"unitPriceTetri":180},\
            {"code":"MTS","name":"Mtsvadi","category":"Meat","weightGrams":335,"pricePerKgTetri":3199,\
            "discountTetri":72,"vatPerMille":180}],"discountTetri":100,"totalTetri":1800,\
            "payments":[{"means":"CASH","amountTetri":800},{"amountTetri":1000}],"tipTetri":50,"cashierId":"k-17",\
            "customerId":"customer-1","fiscalNumber":"F/4711"}
            """;

    private static final byte[] BATCH =
            (SALE.formatted("1") + "\r\n" + SALE.formatted("2") + SALE.formatted("3")).getBytes(UTF_8);

    @Property
    void aSpoiltBatchIsReadLineByLine(@ForAll long seed) {
        byte[] batch = Spoilt.bytes(BATCH, new Random(seed));

        List<SaleLines.Line> lines = Spoilt.withinMeasure(
                batch.length,
                () -> read(new ByteArrayInputStream(batch)).stream()
                        .map(line -> LINES.read(line, SaleOrigin.TILL))
                        .toList());

        assertThat(lines).allSatisfy(line -> {
            switch (line) {
                case SaleLines.Understood(RecordSale sale) ->
                    assertThat(readAgain(sale)).isEqualTo(sale);
                case SaleLines.Faulty faulty -> {
                    assertThat(faulty.code().code()).isIn(CODES);
                    assertThat(faulty.reason().length()).isBetween(1, 500);
                    assertThat(faulty.errors()).hasSizeLessThanOrEqualTo(20).isSorted();
                }
            }
        });
    }

    @Property
    void rubbishIsRefusedLineByLine(@ForAll long seed) {
        List<BatchReader.Line> lines = read(new ByteArrayInputStream(Spoilt.rubbish(400, new Random(seed))));

        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(LINES.read(line, SaleOrigin.TILL)).isInstanceOf(SaleLines.Faulty.class));
    }

    @Property
    void aBatchIsTheSameInWhateverPiecesItComes(@ForAll long seed) {
        Random dice = new Random(seed);
        byte[] batch = Spoilt.bytes(BATCH, dice);

        assertThat(texts(read(new InPieces(batch, dice)))).isEqualTo(texts(read(new ByteArrayInputStream(batch))));
    }

    private static List<BatchReader.Line> read(InputStream body) {
        BatchReader reader = new BatchReader(body);
        List<BatchReader.Line> lines = new ArrayList<>();
        try {
            for (Optional<BatchReader.Line> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static List<String> texts(List<BatchReader.Line> lines) {
        return lines.stream()
                .map(line -> line.number() + " " + line.isTooLong() + ' ' + new String(line.content(), UTF_8))
                .toList();
    }

    /** The sale in the one form that this test writes. */
    private static RecordSale readAgain(RecordSale sale) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("nodeId", sale.node().value());
        document.put("saleNumber", sale.number().value());
        document.put("terminalId", sale.terminal().value());
        document.put("soldAt", sale.soldAt().toString());
        document.put(
                "items", sale.items().stream().map(HostileBatchTest::written).toList());
        document.put("discountTetri", sale.discount().value());
        document.put("totalTetri", sale.total().value());
        document.put(
                "payments",
                sale.payments().stream()
                        .map(part -> Map.of(
                                "means", part.means(),
                                "amountTetri", part.amountTetri().value()))
                        .toList());
        sale.tip().ifPresent(tip -> document.put("tipTetri", tip.amount().value()));
        sale.cashier().ifPresent(cashier -> document.put("cashierId", cashier.value()));
        sale.fiscalNumber().ifPresent(number -> document.put("fiscalNumber", number.value()));
        sale.customer().ifPresent(customer -> document.put("customerId", customer.value()));
        BatchReader.Line line = new BatchReader.Line(1, JSON.writeValueAsBytes(document), false);
        return ((SaleLines.Understood) LINES.read(line, SaleOrigin.TILL)).sale();
    }

    private static Map<String, Object> written(SaleItem item) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("code", item.code());
        line.put("name", item.name());
        line.put("category", item.category());
        switch (item.measure()) {
            case Measure.Pieces(int quantity, Tetri price) -> {
                line.put("quantity", quantity);
                line.put("unitPriceTetri", price.value());
            }
            case Measure.Weight(int grams, Tetri price, Tetri amount) -> {
                line.put("weightGrams", grams);
                line.put("pricePerKgTetri", price.value());
                line.put("amountTetri", amount.value());
            }
        }
        if (item.discountTetri() != null) {
            line.put("discountTetri", item.discountTetri().value());
        }
        if (item.vatPerMille() != null) {
            line.put("vatPerMille", item.vatPerMille().perMille());
        }
        return line;
    }

    /** As a network brings it. */
    private static final class InPieces extends ByteArrayInputStream {

        private final Random dice;

        InPieces(byte[] bytes, Random dice) {
            super(bytes);
            this.dice = dice;
        }

        @Override
        public int read(byte[] buffer) {
            return read(buffer, 0, Math.min(buffer.length, 1 + dice.nextInt(100)));
        }
    }
}
