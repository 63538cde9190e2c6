package com.hotpotspot.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.verifier.check.Verdict.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DumpCheckTest {

    private static final int EVENTS = 60;
    private static final PublishedLog LOG = PublishedLog.withSales(EVENTS);

    @Property(tries = 60)
    void aDumpIsValidHoweverItIsCut(
            @ForAll @IntRange(min = 1, max = 5_000) int chunkBytes, @ForAll @IntRange(max = EVENTS) int size) {
        assertThat(checkInChunks(chunkBytes, LOG.dump(), size).outcome()).isEqualTo(Outcome.VALID);
    }

    @Example
    void signsOfLifeAndAMissingLastLineFeedDoNotMatter() {
        assertThat(check(LOG.dump().replace("\n", "\n\n\r\n").stripTrailing(), EVENTS)
                        .outcome())
                .isEqualTo(Outcome.VALID);
    }

    @Example
    void anEmptyLogIsTheEmptyTree() {
        assertThat(check("", 0).outcome()).isEqualTo(Outcome.VALID);
        assertThat(check("", 1).sentences())
                .containsExactly(
                        "The dump ends before position 0, but the checkpoint covers 1 events: the last 1 are missing.");
    }

    @Example
    void eventsYoungerThanTheCheckpointAreNamed() {
        assertThat(check(LOG.dump(), 50).sentences())
                .containsExactly(
                        "The tree over the first 50 events of the dump has the root of the checkpoint.",
                        "The dump has 60 events, without a gap; payloads and metadata are what their hashes say.",
                        "Its last 10 events, from position 50 on, are younger than the checkpoint, which does not cover them.");
    }

    @Property(tries = 30)
    void aChangedPayloadIsFoundAtItsPosition(@ForAll @IntRange(max = EVENTS - 1) int position) {
        List<String> lines = new ArrayList<>(LOG.lines());
        lines.set(position, lines.get(position).replace("\"totalTetri\":1150", "\"totalTetri\":1151"));

        Verdict verdict = check(String.join("\n", lines), EVENTS);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.sentences())
                .contains(String.format(
                        Locale.ROOT,
                        "At position %d the payload is not what was recorded: its SHA-256 is another than payloadSha256.",
                        position));
    }

    @Property(tries = 30)
    void aRewrittenEventIsFoundBetweenTheCheckpointsAroundIt(@ForAll @IntRange(max = EVENTS - 1) int position) {
        List<String> lines = new ArrayList<>(LOG.lines());
        lines.set(position, PublishedLog.line(position, "sale.recorded", PublishedLog.sale(4_711)));

        Verdict verdict = check(String.join("\n", lines), 20, 40, EVENTS);

        int from = position / 20 * 20;
        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.sentences().getFirst())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "The tree over the first %d events of the dump has another root than the checkpoint: at least one event from position %d to %d is not the one that the log signed.",
                        from + 20,
                        from,
                        from + 19));
    }

    @Property(tries = 30)
    void anEventThatWasTakenOutIsFoundAtItsPosition(@ForAll @IntRange(max = EVENTS - 2) int position) {
        List<String> lines = new ArrayList<>(LOG.lines());
        lines.remove(position);

        assertThat(check(String.join("\n", lines), EVENTS).sentences().getFirst())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Line %d of the dump has position %d, but position %d must follow there: events are missing.",
                        position + 1,
                        position + 1,
                        position));
    }

    @Property(tries = 30)
    void aRepeatedEventIsFound(@ForAll @IntRange(max = EVENTS - 1) int position) {
        List<String> lines = new ArrayList<>(LOG.lines());
        lines.add(position, lines.get(position));

        assertThat(check(String.join("\n", lines), EVENTS).sentences().getFirst())
                .isEqualTo(String.format(
                        Locale.ROOT,
                        "Line %d of the dump has position %d, but position %d must follow there: an event is repeated.",
                        position + 2,
                        position,
                        position + 1));
    }

    @Property(tries = 30)
    void aDumpThatEndsTooEarlyIsInvalid(@ForAll @IntRange(max = EVENTS - 1) int events) {
        Verdict verdict = check(String.join("\n", LOG.lines().subList(0, events)), EVENTS);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.sentences())
                .containsExactly(String.format(
                        Locale.ROOT,
                        "The dump ends before position %d, but the checkpoint covers 60 events: the last %d are missing.",
                        events,
                        EVENTS - events));
    }

    @Property(tries = 60)
    void aLineThatIsNoEventMakesTheDumpUnusable(
            @ForAll @IntRange(max = EVENTS - 1) int position, @ForAll @IntRange(min = 1, max = 2_000) int chunkBytes) {
        List<String> lines = new ArrayList<>(LOG.lines());
        lines.set(position, lines.get(position).substring(1));

        Verdict verdict = checkInChunks(chunkBytes, String.join("\n\n", lines), EVENTS);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNUSABLE);
        assertThat(verdict.sentences().getFirst())
                .startsWith(String.format(
                        Locale.ROOT,
                        "Line %d of the dump, where position %d must be, is not an event:",
                        2 * position + 1,
                        position));
    }

    @Example
    void aLineThatNeverEndsMakesTheDumpUnusable() {
        String endless = LOG.dump() + "x".repeat(2 * EventLine.LONGEST);

        assertThat(checkInChunks(1_000, endless, EVENTS).outcome()).isEqualTo(Outcome.UNUSABLE);
    }

    @Example
    void whatIsWrongOutweighsWhatCannotBeRead() {
        String changed = LOG.dump().replace("\"totalTetri\":1150", "\"totalTetri\":1151");
        Verdict verdict = check(changed + "{", EVENTS);

        assertThat(verdict.outcome()).isEqualTo(Outcome.INVALID);
        assertThat(verdict.sentences())
                .contains("There are 41 more failures like these.")
                .filteredOn(sentence -> sentence.startsWith("At position"))
                .hasSize(20);
    }

    @Example
    void progressIsToldOnceASecond() {
        List<String> told = new ArrayList<>();
        long[] now = {0};
        Progress progress = new Progress(told::add, () -> now[0]);

        for (int event = 0; event <= 3_000_000; event += 1_000) {
            now[0] += 1_000_000;
            progress.checked(event, event, 6_000_000);
        }
        now[0] += 1_000_000_000;
        progress.read(4_000_000, 6_000_000);
        now[0] += 1_000_000_000;
        progress.checked(7_000_000, 4_000_000, Progress.UNKNOWN);

        assertThat(told)
                .containsExactly(
                        "999,000 events checked (16 %)",
                        "1,999,000 events checked (33 %)",
                        "2,999,000 events checked (49 %)",
                        "4,000,000 bytes read (66 %)",
                        "7,000,000 events checked");
    }

    private static Verdict check(String dump, Integer... sizes) {
        return checkInChunks(1 << 16, dump, sizes);
    }

    private static Verdict checkInChunks(int chunkBytes, String dump, Integer... sizes) {
        byte[] bytes = dump.getBytes(UTF_8);
        Findings findings = new Findings();
        List<Checkpoint> checkpoints = Arrays.stream(sizes)
                .map(size -> LOG.checkpoint(size).checkpoint())
                .toList();
        Progress silent = new Progress(line -> {});
        try {
            new DumpCheck(checkpoints, findings, silent, chunkBytes)
                    .check(new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        return findings.verdict();
    }
}
