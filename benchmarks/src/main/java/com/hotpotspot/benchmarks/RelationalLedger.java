package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleItem;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;

/** A relational double-entry ledger that keeps the same facts of a sale, in one call of one SQL function. */
final class RelationalLedger implements AutoCloseable {

    private static final String RECORD = "select ledger.record_sale(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final HikariDataSource pool;
    private final Sales sales = new Sales();

    private RelationalLedger(HikariDataSource pool) {
        this.pool = pool;
    }

    static RelationalLedger on(BenchmarkServer server, int connections) throws SQLException, IOException {
        String url = server.newDatabase();
        try (InputStream schema =
                Objects.requireNonNull(RelationalLedger.class.getResourceAsStream("/relational-ledger.sql"))) {
            BenchmarkServer.execute(url + "?user=postgres", new String(schema.readAllBytes(), UTF_8));
        }
        for (String account :
                new String[] {"founder", "owner:VAKE", "owner:BATUMI", "owner:KUTAISI", "owner:RUSTAVI"}) {
            BenchmarkServer.execute(
                    url + "?user=postgres", "insert into ledger.account values ('%s', 0)".formatted(account));
        }
        return new RelationalLedger(BenchmarkServer.pool(url, "postgres", connections));
    }

    void recordSale() throws SQLException {
        long number = sales.nextNumber();
        NodeId node = Sales.nodeOf(number);
        try (Connection connection = pool.getConnection();
                PreparedStatement call = connection.prepareStatement(RECORD)) {
            call.setString(1, node.value());
            call.setString(2, Long.toString(number));
            call.setString(3, Sales.TILL.value());
            call.setObject(4, OffsetDateTime.now(ZoneOffset.UTC));
            call.setLong(5, Sales.TOTAL.value());
            call.setString(6, "till");
            call.setString(7, "benchmark");
            call.setArray(8, texts(connection, SaleItem::code));
            call.setArray(9, texts(connection, SaleItem::name));
            call.setArray(10, texts(connection, SaleItem::category));
            call.setArray(
                    11,
                    connection.createArrayOf(
                            "int4", Sales.ITEMS.stream().map(SaleItem::pieces).toArray()));
            call.setArray(
                    12,
                    connection.createArrayOf(
                            "int8", Sales.ITEMS.stream().map(Sales::price).toArray()));
            call.setString(13, "owner:" + node);
            call.executeQuery().close();
        }
    }

    private static Array texts(Connection connection, Function<SaleItem, String> part) throws SQLException {
        return connection.createArrayOf("text", Sales.ITEMS.stream().map(part).toArray());
    }

    @Override
    public void close() {
        pool.close();
    }
}
