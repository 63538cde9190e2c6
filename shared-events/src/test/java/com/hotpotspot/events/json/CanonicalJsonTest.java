package com.hotpotspot.events.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
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
import org.junit.jupiter.api.Test;

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
        assertThat(EventJson.read("sale.recorded", "1", EventJson.mapper().writeValueAsBytes(sale)))
                .isEqualTo(sale);
    }

    @Provide
    Arbitrary<SaleRecorded> sales() {
        Arbitrary<String> text = Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(30)
                .filter(candidate -> PlainText.isPlain(candidate) && !candidate.isBlank());
        Arbitrary<SaleItem> item = Combinators.combine(
                        text,
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.longs().between(0, 1_000_000))
                .as((name, quantity, price) -> new SaleItem("C-1", name, name, quantity, Tetri.of(price)));
        Arbitrary<Instant> soldAt =
                Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(item.list().ofMinSize(1).ofMaxSize(5), soldAt, Arbitraries.of(true, false))
                .as((items, at, named) -> sale(items, at, named));
    }

    private static SaleRecorded sale(List<SaleItem> items, Instant soldAt, boolean named) {
        SaleNumber number = new SaleNumber("1");
        Tetri total = items.stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
        CustomerId customer = named ? new CustomerId("c-1") : null;
        return new SaleRecorded(
                SaleId.of(NODE, number),
                NODE,
                number,
                new TerminalId("T"),
                soldAt,
                items,
                total,
                customer,
                SaleOrigin.TILL);
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
