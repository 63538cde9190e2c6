package com.hotpotspot.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the metadata of every event says, on both sides. */
class TrailTest {

    private static final AccountId TILL = new AccountId("till-4-vake-till-1");
    private static final Trail ASKED = new Trail(
            TILL,
            "POS_TERMINAL",
            Channel.TILL,
            "c-1",
            Optional.empty(),
            Optional.of("0af7651916cd43dd8448eb211c80319c"));

    private static StoredEvent eventSaying(Map<String, String> metadata) {
        StreamId stream = new StreamId("node", "VAKE");
        return new StoredEvent(
                7,
                stream.toString(),
                0,
                UUID.fromString("01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7c"),
                "node.activated",
                "1",
                Instant.EPOCH,
                EventJson.mapper().writeValueAsBytes(new NodeActivated(new NodeId("VAKE"))),
                EventJson.metadata(metadata));
    }

    @Test
    void whatACommandSaysGoesOnIntoItsEventsAndNothingElseDoes() {
        Map<String, String> command = ASKED.metadata();
        command.put("bounds", "POS_TERMINAL:VAKE/TILL-1");

        Map<String, String> event = Trail.carriedOn(command, "command-1");

        assertThat(event).isEqualTo(ASKED.causedBy("command-1").metadata());
        assertThat(event)
                .containsOnly(
                        Map.entry("account", "till-4-vake-till-1"),
                        Map.entry("role", "POS_TERMINAL"),
                        Map.entry("channel", "till"),
                        Map.entry("correlation", "c-1"),
                        Map.entry("causation", "command-1"),
                        Map.entry("trace", "0af7651916cd43dd8448eb211c80319c"));
    }

    @Test
    void whatTheSystemDoesByItselfSaysSo() {
        Map<String, String> metadata =
                Trail.ofTheSystem(Channel.WITNESS_CHOOSING).metadata();

        assertThat(metadata)
                .containsEntry("account", "system")
                .containsEntry("role", "system")
                .containsEntry("channel", "witness-choosing")
                .containsKey("correlation")
                .doesNotContainKeys("causation", "trace");
    }

    @Test
    void anEventTellsWhoseDoingItWasAndOfWhichCommand() {
        StoredEvent event = eventSaying(ASKED.causedBy("command-1").metadata());

        assertThat(Trail.accountOf(event)).contains(TILL);
        assertThat(Trail.commandOf(event)).contains("command-1");
    }

    @Test
    void eventsOfEarlierTimesAreReadWhateverTheyName() {
        StoredEvent ofARelayer = eventSaying(Map.of("account", "a-1", "channel", "relayer", "causation", "c"));
        StoredEvent ofNobody = eventSaying(Map.of("channel", "witness-choosing"));

        assertThat(Trail.accountOf(ofARelayer)).contains(new AccountId("a-1"));
        assertThat(Trail.commandOf(ofARelayer)).contains("c");
        assertThat(Trail.accountOf(ofNobody)).isEmpty();
        assertThat(Trail.commandOf(ofNobody)).isEmpty();
    }
}
