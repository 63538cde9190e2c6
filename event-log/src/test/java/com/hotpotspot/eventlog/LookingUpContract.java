package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.json.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every engine of the log finds one event or the end of one stream. A log may hold events of earlier tests. */
abstract class LookingUpContract {

    private final StreamId stream =
            new StreamId("node", "N" + new Random().nextInt(Integer.MAX_VALUE) + '-' + System.nanoTime());

    private LogUnderTest engine;
    private EventLog log;

    abstract LogUnderTest open();

    @BeforeEach
    void begin() {
        engine = open();
        log = engine.log();
    }

    @AfterEach
    void end() {
        if (engine != null) {
            engine.close();
        }
    }

    private NewEvent event(long sequence, UUID id) {
        return new NewEvent(
                stream,
                sequence,
                id,
                "node.activated",
                "1",
                Instant.ofEpochMilli(1_700_000_000_120L),
                "{\"node\":\"VAKE\"}".getBytes(UTF_8),
                EventJson.metadata(Map.of("channel", "till")));
    }

    private static List<UUID> ids(int count) {
        return Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(count).toList();
    }

    private List<NewEvent> events(List<UUID> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> event(i, ids.get(i)))
                .toList();
    }

    @Test
    void theEndOfAStreamIsItsLastSequence() {
        assertThat(log.lastSequence(stream)).isEqualTo(EventLog.EMPTY);

        log.append(events(ids(3)));

        assertThat(log.lastSequence(stream)).isEqualTo(2);
    }

    @Test
    void anEventIsFoundByItsIdWithItsPosition() {
        List<UUID> ids = ids(1_500);
        long first = log.append(events(ids)).first();

        assertThat(List.of(0, 1, 749, 1_499))
                .allSatisfy(i -> assertThat(log.find(ids.get(i)))
                        .map(StoredEvent::position)
                        .contains(first + i));
    }

    /** As commands may do that run at the same time. */
    @Test
    void idsNeedNotBeInOrderToBeFound() {
        List<UUID> ids = new ArrayList<>(ids(400));
        Collections.shuffle(ids);
        log.append(events(ids));

        assertThat(ids).allSatisfy(id -> assertThat(log.find(id)).isPresent());
    }

    @Test
    void anIdOfNoEventIsNotFound() {
        UUID before = UuidCreator.getTimeOrderedEpoch();
        log.append(events(ids(3)));

        assertThat(log.find(before)).isEmpty();
        assertThat(log.find(UuidCreator.getTimeOrderedEpoch())).isEmpty();
        assertThat(log.find(new UUID(0x7000, 0x8000_0000_0000_0000L)))
                .as("of 1970")
                .isEmpty();
        assertThat(log.find(new UUID(-1L << 16 | 0x7000, -1L)))
                .as("of the year 10889")
                .isEmpty();
    }

    @Test
    void anIdThatTellsNoTimeIsNotLookedFor() {
        UUID timeless = UUID.randomUUID();
        log.append(List.of(event(0, timeless)));

        assertThat(log.find(timeless)).isEmpty();
    }
}
