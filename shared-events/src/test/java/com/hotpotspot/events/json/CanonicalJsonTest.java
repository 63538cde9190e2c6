package com.hotpotspot.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.VatRate;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored bytes are RFC 8785's, as an independent implementation sees it. */
class CanonicalJsonTest {

    private static final NodeId NODE = new NodeId("VAKE");

    @Property(tries = 300)
    void payloadsEqualAnIndependentCanonicalisers(@ForAll("sales") SaleRecorded sale) throws IOException {
        byte[] written = EventJson.mapper().writeValueAsBytes(sale);

        assertThat(new String(new JsonCanonicalizer(written).getEncodedUTF8(), UTF_8))
                .isEqualTo(new String(written, UTF_8));
    }

    @Property(tries = 300)
    void whatIsWrittenReadsBackEqual(@ForAll("sales") SaleRecorded sale) {
        assertThat(EventJson.read("sale.recorded", "2", EventJson.mapper().writeValueAsBytes(sale)))
                .isEqualTo(sale);
    }

    @Provide
    Arbitrary<SaleRecorded> sales() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(candidate -> PlainText.isPlain(candidate) && !candidate.isBlank());
        Arbitrary<Measure> counted = Combinators.combine(
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((quantity, price) -> new Measure.Pieces(quantity, Tetri.of(price)));
        Arbitrary<Measure> weighed = Combinators.combine(
                        Arbitraries.integers().between(1, Measure.MAX_GRAMS),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((grams, price) -> Measure.Weight.of(grams, Tetri.of(price)));
        Arbitrary<@Nullable VatRate> vat =
                Arbitraries.integers().between(0, 1_000).map(VatRate::new).injectNull(0.5);
        Arbitrary<SaleItem> item = Combinators.combine(
                        text, Arbitraries.oneOf(counted, weighed), vat, Arbitraries.of(0, 1))
                .as((name, measure, rate, discounted) ->
                        new SaleItem("C-1", name, name, measure, part(measure.amount(), discounted), rate));
        Arbitrary<Instant> soldAt =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        Arbitrary<Boolean> maybe = Arbitraries.of(true, false);
        return Combinators.combine(item.list().ofMinSize(1).ofMaxSize(5), soldAt, maybe, maybe)
                .as((items, at, named, asTillsHaveIt) -> sale(items, at, named, asTillsHaveIt));
    }

    /** A third of the amount, or nothing. */
    private static Tetri part(Tetri amount, int discounted) {
        return Tetri.of(amount.value() / 3 * discounted);
    }

    private static SaleRecorded sale(List<SaleItem> items, Instant soldAt, boolean named, boolean asTillsHaveIt) {
        SaleNumber number = new SaleNumber("1");
        Tetri whole = items.stream().map(SaleItem::net).reduce(Tetri.ZERO, Tetri::plus);
        Tetri discount = asTillsHaveIt ? part(whole, 1) : Tetri.ZERO;
        Tetri total = whole.minus(discount);
        boolean paid = asTillsHaveIt && total.value() > 0;
        return new SaleRecorded(
                SaleId.of(NODE, number),
                NODE,
                number,
                new TerminalId("T"),
                soldAt,
                items,
                discount,
                total,
                paid ? List.of(new Payment(MeansOfPayment.CARD, total)) : null,
                asTillsHaveIt ? new Tip(Tetri.of(100)) : null,
                asTillsHaveIt ? new CashierId("k-1") : null,
                named ? new CustomerId("c-1") : null,
                asTillsHaveIt ? new FiscalNumber("F/1") : null,
                SaleOrigin.TILL);
    }

    @Test
    void whatATillDoesNotNameTakesNoSpace() {
        SaleRecorded plain = sale(
                List.of(new SaleItem("KHI", "Khinkali", "Dumplings", 5, Tetri.of(180))),
                Instant.parse("2026-11-22T09:12:05.123Z"),
                false,
                false);

        assertThat(new String(EventJson.mapper().writeValueAsBytes(plain), UTF_8))
                .isEqualTo("""
                {"items":[{"category":"Dumplings","code":"KHI","name":"Khinkali","quantity":5,"unitPriceTetri":180}],\
                "node":"VAKE","number":"1","origin":"TILL","sale":"VAKE:0000000001",\
                "soldAt":"2026-11-22T09:12:05.123Z","terminal":"T","totalTetri":900}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quantity\":1",
                "\"unitPriceTetri\":180",
                "\"pricePerKgTetri\":180,\"weightGrams\":10",
                "\"amountTetri\":2,\"pricePerKgTetri\":180,\"quantity\":1,\"unitPriceTetri\":180,\"weightGrams\":10",
                "\"amountTetri\":1,\"pricePerKgTetri\":180,\"weightGrams\":10",
                "\"discountTetri\":181,\"quantity\":1,\"unitPriceTetri\":180"
            })
    void anItemThatContradictsItselfIsNotGuessedAt(String measure) {
        String item = "{\"category\":\"Meat\",\"code\":\"M\",\"name\":\"Mtsvadi\"," + measure + "}";

        assertThatThrownBy(() -> EventJson.mapper().readValue(item, SaleItem.class))
                .hasRootCauseInstanceOf(InvalidValue.class);
    }

    @Test
    void metadataIsSortedText() {
        assertThat(new String(EventJson.metadata(Map.of("role", "till", "account", "a")), UTF_8))
                .isEqualTo("{\"account\":\"a\",\"role\":\"till\"}");
    }

    @Test
    void metadataIsTextOnly() {
        assertThatThrownBy(() -> EventJson.metadata(Map.of("position", 7))).hasMessageContaining("position");
    }

    @Test
    void unknownMembersInAPayloadAreNotOverlooked() {
        assertThatThrownBy(() -> EventJson.read("node.activated", "1", "{\"node\":\"VAKE\",\"x\":1}".getBytes(UTF_8)))
                .hasMessageContaining("\"x\"");
    }
}
