package com.hotpotspot.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.query.projection.ParkedEvents;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.testing.Corner;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.ApiDocumentOf;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an event may hold, every reader of the log can hold: the earliest and the latest times, the longest texts,
 * the largest numbers, absent parts. A {@link Corner} has every type of event.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsAtTheirBoundsTest {

    private static final List<Corner> CORNERS = Corner.all();

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final Set<Class<?>> written = new HashSet<>();
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private long sales;

    @BeforeAll
    void log() {
        append(CORNERS.getFirst(), List.of(Corner.founding()));
        CORNERS.forEach(corner -> append(corner, corner.events()));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void everyTypeOfEventIsTriedAtItsBounds() {
        assertThat(written)
                .isEqualTo(EventTypes.all().stream().map(EventType::payload).collect(toSet()));
    }

    @Test
    void noProjectionIsWithoutAnyOfThem() {
        ParkedEvents parked = side.bean(ParkedEvents.class);

        assertThat(side.bean(Projections.class).states())
                .isNotEmpty()
                .allSatisfy(state -> assertThat(parked.first(state.name(), 10))
                        .as(state.name().toString())
                        .isEmpty());
    }

    @Test
    void healthIsUp() {
        assertThat(body("/api/v1/health")).contains("\"status\":\"UP\"");
    }

    @Test
    void theStreamHasEveryEvent() {
        assertThat(body("/api/v1/events").lines()).hasSize(Math.toIntExact(log.head() + 1));
    }

    @Test
    void theExportHasEverySaleWithItsWholeContent() {
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(body("/api/v1/exports/sales")).stream()
                .toList();

        assertThat(rows).hasSize(Math.toIntExact(sales));
        assertThat(rows.stream().map(row -> row.getField("Total Tetri")).distinct())
                .containsExactlyInAnyOrder("0", Long.toString(Corner.LARGEST));
        assertThat(rows.stream().map(row -> row.getField("Sold At")).distinct())
                .contains("2000-01-01 00:00:00 UTC", "2100-01-01 00:00:00 UTC");
    }

    @Test
    void figuresOfTheWholeNetworkAddUp() {
        // What was voided does not count, so half of the sales are left.
        side.client()
                .get()
                .uri("/api/v1/network/stats")
                .exchange()
                .expectBody()
                .jsonPath("$.data.sales")
                .isEqualTo(sales / 2)
                .jsonPath("$.data.revenueTetri")
                .isEqualTo(CORNERS.stream().filter(Corner::most).count() * Corner.LARGEST);
    }

    @ParameterizedTest
    @MethodSource
    void everyDoorAndPageOfTheNetworkAnswers(String path) {
        assertThat(body(path)).isNotEmpty();
    }

    /** Whatever can be asked for without saying of what, and periods at both ends. */
    private Stream<String> everyDoorAndPageOfTheNetworkAnswers() {
        return Stream.of(
                        doors(),
                        PagePaths.of(side).stream().filter(path -> !path.contains("{")),
                        Stream.of(
                                "/api/v1/network/sales?from=2000-01-01&to=2000-12-31",
                                "/api/v1/network/sales?from=2099-01-01&to=2100-01-01",
                                "/api/v1/exports/sales?from=2000-01-01&to=2000-01-01",
                                "/api/v1/exports/sales?from=2100-01-01&to=2100-01-01",
                                "/?from=2000-01-01&to=2001-01-01",
                                "/?from=2099-01-01&to=2100-01-01"))
                .flatMap(paths -> paths);
    }

    /** Those of figures: nothing is sealed here, and the streams are read whole above. */
    private static Stream<String> doors() {
        ApiDocumentOf document = ApiDocumentOf.committed("query");
        return document.described().stream()
                .map(described -> described.replaceFirst(": .*", ""))
                .filter(door -> door.matches("GET [^{]*"))
                .filter(door -> document.operation(door).toString().contains("Answer\""))
                .filter(door -> !document.operation(door).path("responses").has("404"))
                .filter(door -> !document.operation(door).toString().contains("\"required\":true"))
                .map(door -> door.replaceFirst("GET ", ""));
    }

    @ParameterizedTest
    @MethodSource
    void everyDoorAndPageOfANodeAnswers(String path) {
        assertThat(body(path)).isNotEmpty();
    }

    private static Stream<String> everyDoorAndPageOfANodeAnswers() {
        return CORNERS.stream()
                .map(corner -> corner.node().value())
                .flatMap(node -> Stream.of("/api/v1/nodes/" + node + "/sales", "/nodes/" + node));
    }

    private void append(Corner corner, List<Event> events) {
        events.forEach(event -> written.add(event.getClass()));
        sales += events.stream().filter(SaleRecorded.class::isInstance).count();
        log.appendAt(corner.recordedAt(), events);
    }

    private String body(String path) {
        byte[] body = side.client()
                .get()
                .uri(path)
                .header("Accept", path.startsWith("/api/") ? "*/*" : "text/html")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
