package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.Logged;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** While the database is gone, and everybody comes again and again. */
class LostDatabaseTest {

    private static final String LOOKS_LIKE_A_SECRET = "A".repeat(43);

    private static RunningCommandSide system;
    private static String administrator;

    @BeforeAll
    static void thatIsGone() {
        system = new RunningCommandSide(
                "--spring.datasource.hikari.connection-timeout=250", "--hotpotspot.limits.log-lines.per-minute=2");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        administrator = system.administratorsToken();
        system.database().admitNobody();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void everybodyIsToldToComeAgainAndLeavesNoPageInTheLog() {
        List<Reply> replies = new ArrayList<>();
        List<ILoggingEvent> logged = Logged.during(() -> {
            for (int i = 0; i < 5; i++) {
                replies.add(system.requestToken("administrator", LOOKS_LIKE_A_SECRET));
            }
            replies.add(system.as(administrator).post("/api/v1/wallets", "{\"holderId\":\"somebody\"}"));
            replies.add(system.send(HttpRequest.newBuilder(system.address("/api/v1/wallets"))
                    .header("Authorization", "Bearer " + administrator)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "once")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"holderId\":\"somebody\"}"))
                    .build()));
        });

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.text()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotBlank();
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        });
        assertThat(logged)
                .filteredOn(event -> event.getLoggerName().equals(Problems.class.getName()))
                .hasSizeBetween(1, 2);
        assertThat(logged)
                // The pool tells of each of its connections once.
                .filteredOn(event -> !event.getLoggerName().startsWith("com.zaxxer.hikari"))
                .filteredOn(event -> event.getThrowableProxy() != null)
                .extracting(ILoggingEvent::getFormattedMessage)
                .isEmpty();
    }
}
