package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesExportTest {

    private static final int SALES = 2_345;
    private static final Instant START = Instant.parse("2026-01-10T08:00:00Z");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final WebTestClient client = side.client();
    private NodeId vake = new NodeId("UNREGISTERED");
    private int number;

    @BeforeAll
    void sales() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < SALES; i++) {
            events.addAll(List.of(log.sale(vake, next(), START.plus(Duration.ofMinutes(i)), khinkali(1 + i % 7))));
        }
        log.append(events.toArray(Event[]::new));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theFileHasEverySaleOnceInTheOrderOfTheLog() {
        List<NamedCsvRecord> rows = rows(export("/api/v1/exports/sales?position=" + (SALES * 3 + 2)));

        assertThat(rows).hasSize(SALES);
        assertThat(rows.stream().map(row -> Long.parseLong(row.getField("Position"))))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rows.stream()
                        .mapToLong(row -> Long.parseLong(row.getField("Total Tetri")))
                        .sum())
                .isEqualTo(revenueOf(SALES));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.getField("Check Status")).isEqualTo("ISSUED"));
    }

    @Test
    void theSameRequestGivesTheSameBytesWhateverWasSoldSince() {
        EntityExchangeResult<byte[]> before = export("/api/v1/exports/sales?from=2026-01-10&to=2026-01-11");
        String position = header(before, "Hotpotspot-Position");

        log.sell(vake, next(), "2026-01-10T09:00:00Z", khinkali(3));
        side.caughtUpTo(log.head());

        String again = "/api/v1/exports/sales?from=2026-01-10&to=2026-01-11&format=csv&position=" + position;
        assertThat(export(again).getResponseBody()).isEqualTo(before.getResponseBody());
        assertThat(header(export(again), "Content-Disposition"))
                .isEqualTo("attachment; filename=\"sales_2026-01-10_2026-01-11_at-%s.csv\"".formatted(position));
        assertThat(rows(export("/api/v1/exports/sales?from=2026-01-10&to=2026-01-11")))
                .hasSize(rows(before).size() + 1);
    }

    @Test
    void aPositionInTheMiddleOfASaleShowsTheSaleAsItStoodThere() {
        Appended sale = log.sell(vake, next(), "2026-03-01T09:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());
        String day = "/api/v1/exports/sales?from=2026-03-01&to=2026-03-01&position=";

        assertThat(rows(export(day + (sale.first() - 1)))).isEmpty();
        assertThat(rows(export(day + sale.first()))).singleElement().satisfies(row -> {
            assertThat(row.getField("Total Tetri")).isEqualTo("180");
            assertThat(row.getField("Minted Units")).isEmpty();
            assertThat(row.getField("Check Status")).isEmpty();
        });
        assertThat(rows(export(day + (sale.first() + 1)))).singleElement().satisfies(row -> {
            assertThat(row.getField("Minted Units")).isEqualTo("100");
            assertThat(row.getField("Check ID")).isEmpty();
        });
        assertThat(rows(export(day + sale.last())))
                .singleElement()
                .satisfies(row -> assertThat(row.getField("Check Status")).isEqualTo("ISSUED"));
    }

    @Test
    void aPositionThatIsNotReachedIsAConflict() {
        client.get()
                .uri("/api/v1/exports/sales?position=99999999")
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("position-not-reached");
    }

    @Test
    void aNumberThatASpreadsheetWouldReadOtherwiseStaysAText() {
        for (String odd : List.of("-1-2", "1e10", "A-1")) {
            log.sell(vake, odd, "2026-04-01T09:00:00Z", khinkali(1));
        }
        side.caughtUpTo(log.head());

        assertThat(rows(export("/api/v1/exports/sales?from=2026-04-01&to=2026-04-01")).stream()
                        .map(row -> row.getField("Sale Number")))
                .containsExactly("'-1-2", "'1e10", "A-1");
    }

    @Test
    void linesEndAsRfc4180Says() {
        String text =
                new String(body(export("/api/v1/exports/sales?from=2026-01-10&to=2026-01-10")), StandardCharsets.UTF_8);

        assertThat(text).startsWith("Sale ID,").endsWith("\r\n");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private String next() {
        return Integer.toString(++number);
    }

    private static long revenueOf(int sales) {
        long tetri = 0;
        for (int i = 0; i < sales; i++) {
            tetri += 180L * (1 + i % 7);
        }
        return tetri;
    }

    private EntityExchangeResult<byte[]> export(String path) {
        return client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectBody()
                .returnResult();
    }

    private static byte[] body(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNull(result.getResponseBody());
    }

    private static String header(EntityExchangeResult<byte[]> result, String name) {
        return Objects.requireNonNull(result.getResponseHeaders().getFirst(name));
    }

    private static List<NamedCsvRecord> rows(EntityExchangeResult<byte[]> result) {
        return CsvReader.builder().ofNamedCsvRecord(new String(body(result), StandardCharsets.UTF_8)).stream()
                .toList();
    }
}
