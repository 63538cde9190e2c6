package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.routine.Ongoing;
import com.hotpotspot.routine.Routine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the command side says while events are missing at the end of its log. */
class LogCutShortTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWhoseLastEventWasDeleted() {
        system = new RunningCommandSide();
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        assertThat(system.get("/api/v1/health").status()).isEqualTo(200);
        system.database()
                .execute("set session_replication_role = replica;"
                        + " delete from log.event where position = (select max(position) from log.event)");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void noCommandIsTakenAndTheReasonIsTold() {
        Reply reply = system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("log-cut-short");
    }

    @Test
    void healthSaysWhatToDo() {
        Reply reply = system.get("/api/v1/health");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("log-cut-short");
        assertThat(reply.text()).contains("restore the log from a backup");
    }

    /** All else that goes on here may be in trouble by itself; the log's own has its own say. */
    @Test
    void nothingThatGoesOnIsNeededButTheRegistries() {
        assertThat(system.context().getBeansOfType(Ongoing.class).values())
                .extracting(Ongoing::routine)
                .filteredOn(Routine::isNeeded)
                .extracting(Routine::name)
                .containsExactly("registries");
    }
}
