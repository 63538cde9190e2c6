package com.hotpotspot.query.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.Logged;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody sends that is no request makes few lines in our log, and none of what they sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinesOfStrangersTest {

    private static final int PER_MINUTE = 2;
    private static final int SENT = 30;
    private static final String FORGED = "\u001b[31mFORGED";
    private static final String CHUNKED =
            "POST /api/v1/FORGED HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String FORM = "POST /audit HTTP/1.1\r\nHost: x\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database,
            "hotpotspot.limits.log-lines.per-minute=" + PER_MINUTE,
            "hotpotspot.limits.open-doors.per-address=100000");

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /" + FORGED + " HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nFORGED\u001b: a\0b\r\n\r\n",
                FORGED + "\r\n\r\n",
                "GET / FORGED/7.7\r\n\r\n",
                "GET /%zz%00 HTTP/1.1\r\nHost: x\r\nX-FORGED: " + FORGED + "\r\n\r\n",
                "GET //FORGED:99999999/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://[FORGED HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: FORGED\r\n\r\n",
                "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nFORGE",
                CHUNKED + "-1\r\nFORGED\r\n0\r\n\r\n",
                CHUNKED + "0x9\r\nFORGED\r\n0\r\n\r\n",
                CHUNKED + "FORGED\r\n0\r\n\r\n",
                CHUNKED + "3\r\nabcdefg\r\n0\r\n\r\n",
                CHUNKED + "0\r\nFORGED\0: " + FORGED + "\r\n\r\n",
                FORM + "-1\r\nFORGED\r\n0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nFORGED"
            })
    void whatIsNoRequestMakesFewLinesAndIsNotRepeatedInThem(String sent) throws IOException {
        List<ILoggingEvent> written = Logged.during(() -> {
            for (int i = 0; i < SENT; i++) {
                try (RawConnection stranger = new RawConnection(side.port())) {
                    stranger.send(sent);
                    stranger.trySend("GET /api/v1/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                    stranger.waitForTheEnd();
                }
            }
        });

        assertThat(written).hasSizeLessThanOrEqualTo(PER_MINUTE).allSatisfy(line -> {
            assertThat(line.getFormattedMessage()).doesNotContain("FORGED").matches("\\P{Cntrl}*");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }
}
