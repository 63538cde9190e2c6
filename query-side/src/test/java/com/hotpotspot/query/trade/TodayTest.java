package com.hotpotspot.query.trade;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.ProjectedTables;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.query.trade.Today.Against;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Today is Thursday 29 January 2026, half past two in the afternoon in Tbilisi, which is 10:30 UTC. */
class TodayTest {

    private static final Instant NOW = Instant.parse("2026-01-29T10:30:00Z");

    private final TestDatabase database =
            TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(TradeProjection.NAME));
    private final PostgresEventLog read = new PostgresEventLog(database.as("hps_query"));
    private final WrittenLog log = new WrittenLog(database);
    private final JdbcTemplate jdbc = new JdbcTemplate(ProjectedTables.of(TradeProjection.NAME, database));
    private final NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
    private int sales;

    @AfterEach
    void close() {
        read.close();
        database.close();
    }

    @Test
    void todayIsComparedByTheHoursThatAreOver() {
        sell("2026-01-15T08:15:00Z", 10);
        sell("2026-01-22T08:15:00Z", 20);
        sell("2026-01-22T10:15:00Z", 50);
        sell("2026-01-28T09:00:00Z", 60);
        sell("2026-01-29T08:30:00Z", 18);
        sell("2026-01-29T10:15:00Z", 7);

        Today today = today();

        assertThat(today.until()).isEqualTo(14);
        assertThat(today.revenueTetri()).isEqualTo(18 * 180);
        assertThat(today.sameWeekday()).isEqualTo(new Against(2, 15 * 180, 20));
        assertThat(today.fourWeeks()).isEqualTo(new Against(3, 30 * 180, -40));
        assertThat(today.hours())
                .containsExactly(
                        new Today.Hour(12, true, 1, 18 * 180, 15 * 180, 10 * 180),
                        new Today.Hour(13, true, 0, 0, 0, 20 * 180),
                        new Today.Hour(14, false, 1, 7 * 180, 25 * 180, 3_000));
    }

    @Test
    void daysOlderThanFourWeeksDoNotCount() {
        sell("2025-12-31T08:15:00Z", 10);
        sell("2026-01-29T08:30:00Z", 18);

        assertThat(today().isIncomparable()).isTrue();
    }

    @Test
    void aNodeThatUsuallySellsAtLunchAndDoesNotTodayIsSilent() {
        sell("2026-01-15T09:15:00Z", 1);
        sell("2026-01-22T09:15:00Z", 1);
        sell("2026-01-29T08:59:00Z", 1);

        assertThat(silent(NOW)).containsExactly("VAKE since 2026-01-29T08:59:00Z");
        assertThat(silent(NOW.minus(Duration.ofMinutes(31)))).isEmpty();
    }

    @Test
    void oneThursdayDoesNotMakeAnHourUsual() {
        sell("2026-01-22T09:15:00Z", 1);
        sell("2026-01-29T08:59:00Z", 1);

        assertThat(silent(NOW)).isEmpty();
    }

    private void sell(String at, int khinkali) {
        log.sell(vake, "S" + ++sales, at, khinkali(khinkali));
    }

    private Today today() {
        project();
        return new TodayQueries(JdbcClient.create(jdbc)).at(vake, NOW, BusinessDays.FROM_MIDNIGHT);
    }

    private List<String> silent(Instant now) {
        project();
        return new SilentNodes(JdbcClient.create(jdbc), SilencePolicy.FOUR_WEEKS, null)
                .at(now, BusinessDays.FROM_MIDNIGHT).entrySet().stream()
                        .map(node -> node.getKey() + " since " + node.getValue())
                        .toList();
    }

    /** What the log holds beyond what was taken in before. */
    private long next;

    private void project() {
        TradeProjection projection = new TradeProjection(jdbc, read);
        Stream<Recorded> recorded = read.read(next, 1_000).events().stream().map(Recorded::of);
        List<Recorded> batch = recorded.filter(
                        each -> projection.interests().contains(each.event().getClass()))
                .toList();
        next = log.head() + 1;
        if (!batch.isEmpty()) {
            projection.project(batch);
        }
    }
}
