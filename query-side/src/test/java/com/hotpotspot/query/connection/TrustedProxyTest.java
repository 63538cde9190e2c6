package com.hotpotspot.query.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxyTest {

    @Test
    void manyComeThroughATrustedProxy() throws IOException {
        List<RawConnection> many = new ArrayList<>();
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(
                        database,
                        "hotpotspot.limits.connections.per-address=1",
                        "hotpotspot.limits.trusted-proxies=127.0.0.1,::1")) {
            for (int i = 0; i < 5; i++) {
                many.add(new RawConnection(side.port()));
            }
            for (RawConnection one : many) {
                one.send("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                assertThat(one.answerUntilTheEnd()).startsWith("HTTP/1.1 200");
            }
        } finally {
            for (RawConnection one : many) {
                one.close();
            }
        }
    }
}
