package com.hotpotspot.standalone.verify;

import static com.hotpotspot.standalone.verify.Verification.INVALID;
import static com.hotpotspot.standalone.verify.Verification.VALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever somebody does to a log after it was sealed is found, and the place is named: to the event where its own
 * hashes tell, else to the span between two checkpoints.
 */
class TamperedDumpTest {

    private static final int EVENTS = 300;
    private static final int SPAN = 100;
    private static final SealedLog LOG = SealedLog.withSales(EVENTS);
    private static final Pattern RANGE = Pattern.compile("from position (\\d+) to (\\d+) ");

    @TempDir
    Path directory;

    @Test
    void theLogItselfIsValid() {
        Verification verification = verify(LOG.lines());

        assertThat(verification.exitCode()).as(verification.out()).isEqualTo(VALID);
        assertThat(verification.out()).contains("The dump has 300 events, without a gap");
    }

    /** Changes lines and nothing that was made from them. */
    @Nested
    class AClumsyHand {

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void flipsABitInAPayload(int position) {
            Verification verification = verify(lines -> flipLastBit(lines, position, "\"totalTetri\":900"));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "At position %d the payload is not what was recorded: its SHA-256 is another than payloadSha256.",
                            position));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void flipsABitInMetadata(int position) {
            Verification verification = verify(lines -> flipLastBit(lines, position, "\"account\":\"till-1"));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "At position %d the metadata is not what was recorded: its SHA-256 is another than metadataSha256.",
                            position));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void flipsABitInATimestamp(int position) {
            Verification verification = verify(lines -> flipLastBit(
                    lines,
                    position,
                    "\"timestamp\":\"%s"
                            .formatted(LOG.events()
                                    .get(position)
                                    .recordedAt()
                                    .toString()
                                    .replace("Z", ""))));

            assertNamesTheSpanOf(position, verification);
        }

        /** JSON that is none any more cannot be checked; that is no verdict, but never a valid log. */
        @RepeatedTest(50)
        void flipsAnyBit(RepetitionInfo repetition) {
            Random chance = new Random(repetition.getCurrentRepetition());
            int position = chance.nextInt(EVENTS);
            byte[] dump = LOG.dump().getBytes(UTF_8);
            int start = LOG.lines().subList(0, position).stream()
                    .mapToInt(TamperedDumpTest::length)
                    .sum();
            int at = start + chance.nextInt(length(LOG.lines().get(position)));
            dump[at] ^= (byte) (1 << chance.nextInt(8));

            Verification verification = verify(dump, checkpoints());

            assertThat(verification.exitCode()).as(verification.out()).isNotEqualTo(VALID);
            assertThat(names(position, verification)).as(verification.out()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 298})
        void deletesAnEvent(int position) {
            Verification verification = verify(lines -> lines.remove(position));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "Line %d of the dump has position %d, but position %d must follow there: events are missing.",
                            position + 1,
                            position + 1,
                            position));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void insertsAnEvent(int position) {
            String forged = SealedLog.of(List.of(SealedLog.sale(position, 4_711)))
                    .lines()
                    .getFirst();
            Verification verification = verify(lines -> lines.add(position, forged));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "Line %d of the dump has position %d, but position %d must follow there: an event is repeated.",
                            position + 2,
                            position,
                            position + 1));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 298})
        void swapsTwoEvents(int position) {
            Verification verification = verify(lines -> Collections.swap(lines, position, position + 1));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "Line %d of the dump has position %d, but position %d must follow there: events are missing.",
                            position + 1,
                            position + 1,
                            position));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 99, 100, 255, 256, 299})
        void cutsOffTheTail(int events) {
            Verification verification = verify(LOG.lines().subList(0, events));

            assertInvalid(
                    verification,
                    String.format(
                            Locale.ROOT,
                            "The dump ends before position %d, but the checkpoint covers 300 events: the last %d are missing.",
                            events,
                            EVENTS - events));
        }

        private static void flipLastBit(List<String> lines, int position, String found) {
            String changed = found.substring(0, found.length() - 1) + (char) (found.charAt(found.length() - 1) ^ 1);
            assertThat(lines.get(position)).contains(found);
            lines.set(position, lines.get(position).replace(found, changed));
        }
    }

    /** Makes hashes and positions anew, so that each line is sound in itself; what the log signed is beyond reach. */
    @Nested
    class ASkilledHand {

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void rewritesAnEvent(int position) {
            assertNamesTheSpanOf(
                    position, verifyEvents(events -> events.set(position, SealedLog.sale(position, 4_711))));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 199})
        void deletesAnEventAndClosesTheGap(int position) {
            assertNamesTheSpanOf(position, verifyEvents(events -> events.remove(position)));
        }

        /** Nothing was signed between this event and the end, so that it is the end which is short. */
        @ParameterizedTest
        @ValueSource(ints = {200, 255, 256, 299})
        void deletesAnEventOfTheLastSpanAndClosesTheGap(int position) {
            assertInvalid(
                    verifyEvents(events -> events.remove(position)),
                    "The dump ends before position 299, but the checkpoint covers 300 events: the last 1 are missing.");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void deletesAnEventAndFillsUpTheEnd(int position) {
            assertNamesTheSpanOf(position, verifyEvents(events -> {
                events.remove(position);
                events.add(SealedLog.sale(EVENTS - 1, 4_711));
            }));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 299})
        void insertsAnEventAndMovesTheRest(int position) {
            assertNamesTheSpanOf(
                    position, verifyEvents(events -> events.add(position, SealedLog.sale(position, 4_711))));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 99, 100, 177, 255, 256, 298})
        void swapsTwoEventsAndTheirPositions(int position) {
            assertNamesTheSpanOf(position, verifyEvents(events -> Collections.swap(events, position, position + 1)));
        }

        private Verification verifyEvents(Consumer<List<StoredEvent>> change) {
            return verify(changed(change).lines());
        }
    }

    /** Has the log's key and signs another history; whoever kept an older checkpoint finds out. */
    @Nested
    class TheLogItself {

        private static final int REWRITTEN = 177;
        private final SealedLog rewritten = changed(events -> events.set(REWRITTEN, SealedLog.sale(REWRITTEN, 4_711)));

        @Test
        void deceivesWhoHasTheNewCheckpointOnly() {
            assertThat(verify(rewritten.dump().getBytes(UTF_8), List.of(rewritten.checkpoint(EVENTS)))
                            .exitCode())
                    .isEqualTo(VALID);
        }

        @Test
        void doesNotDeceiveWhoKeptAnOlderCheckpoint() {
            Verification verification = verify(
                    rewritten.dump().getBytes(UTF_8),
                    List.of(rewritten.checkpoint(EVENTS), LOG.checkpoint(SPAN), LOG.checkpoint(2 * SPAN)));

            assertNamesTheSpanOf(REWRITTEN, verification);
            assertThat(verification.out())
                    .contains("The tree over the first 100 events of the dump has the root of the checkpoint.");
        }

        @Test
        void cannotProveThatTheNewTreeGrewOutOfTheOldOne() {
            Verification verification = Verification.of(
                    "consistency",
                    "--checkpoint",
                    file(LOG.checkpoint(2 * SPAN)),
                    "--checkpoint",
                    file(rewritten.checkpoint(EVENTS)),
                    "--proof",
                    Verification.file(directory, rewritten.consistencyProof(2 * SPAN, EVENTS)),
                    "--log",
                    SealedLog.KEY);

            assertInvalid(
                    verification,
                    "The proof does not show that the tree of 300 events begins with the tree of 200 events.");
        }
    }

    private static void assertInvalid(Verification verification, String sentence) {
        assertThat(verification.exitCode()).as(verification.out()).isEqualTo(INVALID);
        assertThat(verification.out()).startsWith("INVALID\n");
        assertThat(verification.out().lines()).contains(sentence);
    }

    private static void assertNamesTheSpanOf(int position, Verification verification) {
        int from = position / SPAN * SPAN;
        assertInvalid(
                verification,
                String.format(
                        Locale.ROOT,
                        "The tree over the first %d events of the dump has another root than the checkpoint: at least one event from position %d to %d is not the one that the log signed.",
                        from + SPAN,
                        from,
                        from + SPAN - 1));
    }

    /** In bytes, with the line feed. */
    private static int length(String line) {
        return line.getBytes(UTF_8).length + 1;
    }

    private static boolean names(int position, Verification verification) {
        return Pattern.compile(String.format(Locale.ROOT, "position %d\\b", position))
                        .matcher(verification.out())
                        .find()
                || RANGE.matcher(verification.out()).results().anyMatch(range -> isWithin(position, range));
    }

    private static boolean isWithin(int position, MatchResult range) {
        return Integer.parseInt(range.group(1)) <= position && position <= Integer.parseInt(range.group(2));
    }

    /** The log after a change to its events, with positions in order again. */
    private static SealedLog changed(Consumer<List<StoredEvent>> change) {
        List<StoredEvent> events = new ArrayList<>(LOG.events());
        change.accept(events);
        List<StoredEvent> inOrder = new ArrayList<>();
        for (StoredEvent event : events) {
            inOrder.add(new StoredEvent(
                    inOrder.size(),
                    event.stream(),
                    event.sequence(),
                    event.eventId(),
                    event.type(),
                    event.revision(),
                    event.recordedAt(),
                    event.payload(),
                    event.metadata()));
        }
        return SealedLog.of(inOrder);
    }

    private Verification verify(Consumer<List<String>> change) {
        List<String> lines = new ArrayList<>(LOG.lines());
        change.accept(lines);
        return verify(lines);
    }

    private Verification verify(List<String> lines) {
        return verify(SealedLog.dump(lines).getBytes(UTF_8), checkpoints());
    }

    private Verification verify(byte[] dump, List<SignedCheckpoint> checkpoints) {
        List<Object> arguments =
                new ArrayList<>(List.of("dump", "--dump", Verification.file(directory, dump), "--log", SealedLog.KEY));
        for (SignedCheckpoint checkpoint : checkpoints) {
            arguments.addAll(List.of("--checkpoint", file(checkpoint)));
        }
        return Verification.of(arguments.toArray());
    }

    private static List<SignedCheckpoint> checkpoints() {
        return List.of(LOG.checkpoint(SPAN), LOG.checkpoint(2 * SPAN), LOG.checkpoint(EVENTS));
    }

    private Path file(SignedCheckpoint checkpoint) {
        return Verification.file(directory, checkpoint.bytes());
    }
}
