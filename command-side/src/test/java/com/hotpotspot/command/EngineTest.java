package com.hotpotspot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.AxonServerLogStore;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NotifiedEventStore;
import com.hotpotspot.eventlog.PostgresEventLog;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Which engine of the log runs, and what comes with it. */
class EngineTest {

    @Test
    void isPostgresUnlessAnotherIsAskedFor() {
        try (RunningCommandSide side = new RunningCommandSide()) {
            ApplicationContext context = side.context();

            assertThat(context.getBean(EventLog.class)).isInstanceOf(PostgresEventLog.class);
            assertThat(context.getBean(EventStore.class)).isInstanceOf(NotifiedEventStore.class);
            assertThat(context.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
            assertThat(context.getBeansOfType(AxonServerConnectionManager.class))
                    .isEmpty();
        }
    }

    @Test
    void tellsHowMuchWaitsAndHowCommandsShareCommits() {
        try (RunningCommandSide side = new RunningCommandSide()) {
            side.post("/api/v1/network", "{\"founderId\":\"founder\"}");

            assertThat(side.get("/actuator/prometheus").text())
                    .contains("hotpotspot_log_waiting 0.0")
                    .contains("hotpotspot_log_commits_total 2.0")
                    .contains("hotpotspot_log_commands_total 2.0")
                    .contains("hotpotspot_commands_seconds_count{command=\"FoundNetwork\",outcome=\"done\"} 1");
        }
    }

    @Test
    void thatCannotBeReachedLetsNoCommandIn() {
        try (RunningCommandSide side = new RunningCommandSide(
                "--spring.profiles.active=axonserver",
                "--axon.axonserver.servers=localhost:1",
                "--axon.axonserver.connect-timeout=200",
                "--axon.axonserver.commit-timeout=200")) {
            assertThat(side.context().getBean(EventLog.class)).isInstanceOf(AxonServerEventLog.class);
            assertThat(side.context().getBean(EventStore.class)).isInstanceOf(AxonServerLogStore.class);

            RunningCommandSide.Reply nobody = side.as(null).post("/api/v1/network", "{\"founderId\":\"founder\"}");
            RunningCommandSide.Reply token = side.requestToken("administrator", "anything");

            assertThat(nobody.status()).isEqualTo(401);
            assertThat(token.status())
                    .as("nobody can be told from anybody else")
                    .isEqualTo(503);
            assertThat(token.header("Retry-After")).isEqualTo("1");
        }
    }
}
