package com.hotpotspot.query.saledesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.query.projection.ProjectedTables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However much was sold, what is looked for is not looked for everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundedSearchTest {

    private static final Pattern ACTUAL = Pattern.compile("actual rows=([0-9]+)[0-9.]* loops=([0-9]+)");
    private static final int SALES = 200_000;
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final TestDatabase database =
            TestDatabase.with(SchemaModule.LOG, ProjectedTables.schema(SaleDeskProjection.NAME));
    private final JdbcClient jdbc = JdbcClient.create(ProjectedTables.of(SaleDeskProjection.NAME, database));

    /** A year of fifty nodes, of which one sells a hundredth of the others; one sale in two hundred was taken back. */
    @BeforeAll
    void sales() {
        jdbc.sql("""
                        insert into sale (sale, position, node, number, sold_at, day, total_tetri, refunded_tetri, state)
                        select node || ':' || n, n * 3, node, n::text, at,
                               (to_timestamp(at / 1000) at time zone 'Asia/Tbilisi')::date,
                               100 + (n * 7919) % 20000, 0,
                               case n % 200 when 0 then 'VOIDED' when 100 then 'REFUNDED' else 'RECORDED' end
                        from (select n, 'N' || case n % 5000 when 0 then 0 else 1 + n % 49 end as node,
                                     1767225600000 + n * (31536000000 / :sales) as at
                              from generate_series(1, :sales) as n) as made
                        """).param("sales", SALES).update();
        database.execute("analyze q_sale_desk_v1.sale");
    }

    @AfterAll
    void close() {
        database.close();
    }

    private static Stream<SaleFilter> filters() {
        SaleFilter all = filter(null, null, null, null);
        List<NodeId> few = List.of(new NodeId("N0"), new NodeId("N7"));
        return Stream.of(
                all,
                filter(new SaleNumber("4711"), null, null, null),
                filter(new SaleNumber("4711"), few, null, null),
                filter(null, List.of(new NodeId("N7")), null, null),
                filter(null, few, null, null),
                filter(null, null, DAY, null),
                filter(null, few, DAY, null),
                filter(null, null, null, Standing.VOIDED),
                filter(null, few, DAY, Standing.REFUNDED),
                new SaleFilter(null, null, null, null, 1250L, null, null, null),
                new SaleFilter(null, few, DAY, DAY, 1250L, null, null, Standing.RECORDED),
                new SaleFilter(null, null, null, null, null, 1250L, 1300L, null),
                new SaleFilter(null, null, null, null, null, 100L, null, null));
    }

    private static SaleFilter filter(
            @Nullable SaleNumber number,
            @Nullable List<NodeId> nodes,
            @Nullable LocalDate day,
            @Nullable Standing state) {
        return new SaleFilter(number, nodes, day, day, null, null, null, state);
    }

    /** The most is read of what is neither rare nor common, in an order that has nothing to do with it. */
    @ParameterizedTest
    @EnumSource
    void noSearchReadsAllSales(SaleOrder order) {
        ListPlace middle = new ListPlace(5_000, 1_780_000_000_000L, 300_000);
        filters()
                .flatMap(
                        filter -> Stream.of(new Wanted(filter, order, null, 50), new Wanted(filter, order, middle, 50)))
                .forEach(wanted ->
                        assertThat(rowsLookedAt(wanted)).as(wanted.toString()).isLessThan(SALES / 8));
    }

    /** How many rows of the table, or of an index of it, the database looks at. */
    private long rowsLookedAt(Wanted wanted) {
        Map<String, Object> parameters = new HashMap<>(wanted.filter().parameters());
        parameters.put("limit", wanted.limit() + 1);
        if (wanted.after() != null) {
            parameters.putAll(wanted.after().parameters());
        }
        List<String> plan = jdbc.sql("explain (analyze, timing off, costs off, summary off) " + SaleDesk.sql(wanted))
                .params(parameters)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(plan).as(wanted.toString()).noneMatch(line -> line.contains("Seq Scan on sale"));
        return plan.stream().mapToLong(BoundedSearchTest::rows).sum();
    }

    private static long rows(String line) {
        if (line.contains("Scan")) {
            Matcher actual = ACTUAL.matcher(line);
            return actual.find() ? Long.parseLong(actual.group(1)) * Long.parseLong(actual.group(2)) : 0;
        }
        return line.contains("Rows Removed by Filter") ? Long.parseLong(line.replaceAll("[^0-9]", "")) : 0;
    }
}
