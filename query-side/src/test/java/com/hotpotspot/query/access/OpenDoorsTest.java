package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who reads what is open to everybody as fast as they can, and who else is there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDoorsTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database, "hotpotspot.limits.open-doors.per-address=1", "hotpotspot.limits.trusted-proxies=127.0.0.1,::1");

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    private int status(String path, String from) {
        return side.nobody()
                .get()
                .uri(path)
                .header("X-Forwarded-For", from)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void whoReadsTheAuditLogTooFastIsToldSoAndKeepsNobodyFromTheRest() {
        Set<Integer> answers = new HashSet<>();
        for (int i = 0; i < 200 && !answers.contains(429); i++) {
            answers.add(status("/tile/entries/000", "192.0.2.1"));
        }

        assertThat(answers).contains(404, 429);
        assertThat(status("/api/v1/health", "192.0.2.1")).isEqualTo(200);
        assertThat(status("/assets/app.css", "192.0.2.1")).isEqualTo(200);
        assertThat(status("/tile/entries/000", "192.0.2.2")).isEqualTo(404);
        assertThat(side.status("/api/v1/audit", "REGULATOR")).isEqualTo(200);
    }

    @Test
    void aRefusalSaysWhenToComeAgain() {
        for (int i = 0; i < 200 && status("/checkpoint", "192.0.2.3") != 429; i++) {
            assertThat(status("/api/v1/audit/verifier-key", "192.0.2.3")).isIn(404, 429);
        }
        side.nobody()
                .get()
                .uri("/checkpoint")
                .header("X-Forwarded-For", "192.0.2.3")
                .exchange()
                .expectHeader()
                .valueEquals("Retry-After", "1")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-requests");
    }
}
