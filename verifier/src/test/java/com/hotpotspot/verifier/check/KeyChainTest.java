package com.hotpotspot.verifier.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.event.KeyRotation;
import com.hotpotspot.tlog.event.ProvedEvent;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.SignedNote;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a key that is trusted to those that followed it, and no further than is proved. */
class KeyChainTest {

    private static final NoteSigner FIRST = PublishedLog.KEY;
    private static final NoteSigner SECOND = key(PublishedLog.ORIGIN, 2);
    private static final NoteSigner THIRD = key(PublishedLog.ORIGIN, 3);

    /** 10 sales, the second key at 10, 5 sales, the third key at 16, 4 sales. */
    private static final PublishedLog LOG = log();

    @TempDir
    private Path directory;

    @Test
    void whoTrustsTheFirstKeyBelievesWhatTheThirdHasSigned() {
        Verdict verdict = verifier(FIRST, toSecond(), toThird()).checkpoint(file(signed(20, THIRD)));

        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Verdict.Outcome.VALID);
        assertThat(verdict.toString())
                .contains("Key " + id(FIRST) + " was followed by key " + id(SECOND)
                        + ": the event at position 10 says so")
                .contains("Key " + id(SECOND) + " was followed by key " + id(THIRD))
                .contains("is signed by hotpotspot.example/audit (key " + id(THIRD) + ")");
    }

    @Test
    void whoTrustsALaterKeyNeedsNotTheRotationsBeforeIt() {
        Verdict verdict = verifier(SECOND, toSecond(), toThird()).checkpoint(file(signed(20, THIRD)));

        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Verdict.Outcome.VALID);
    }

    @Test
    void withoutTheRotationItIsSaidWhichKeyHasSignedAndWhereToAsk() {
        Verdict alone = new Verifier(policy(FIRST), new Progress(line -> {})).checkpoint(file(signed(20, THIRD)));
        Verdict withGap = verifier(FIRST, toThird()).checkpoint(file(signed(20, THIRD)));

        assertThat(alone.outcome()).isEqualTo(Verdict.Outcome.INVALID);
        assertThat(alone.toString())
                .contains("not signed with a known key", "it is signed with key " + id(THIRD))
                .contains("GET /api/v1/audit/rotations", "--rotations");
        assertThat(withGap.outcome()).isEqualTo(Verdict.Outcome.INVALID);
        assertThat(withGap.toString()).contains("The rotation to key " + id(THIRD) + " is not followed");
    }

    @Test
    void aRotationThatTheNewKeyHasNotSignedIsNotFollowed() {
        String rotation = rotation(10, signed(11, FIRST));

        assertInvalid(verifier(FIRST, rotation).checkpoint(file(signed(20, SECOND))), "the new key has not signed");
    }

    @Test
    void aRotationThatIsProvedForAnotherEventIsNotFollowed() {
        TlogProof ofASale = proof(3, signed(11, FIRST, SECOND));
        String rotation = new String(ProvedEvent.write(LOG.lines().get(10).getBytes(UTF_8), ofASale), UTF_8);

        assertInvalid(
                verifier(FIRST, rotation).checkpoint(file(signed(20, SECOND))),
                "does not lead from the event to the checkpoint");
    }

    @Test
    void aRotationThatWasForgedWithAnotherKeyIsNotFollowed() {
        NoteSigner stranger = key(PublishedLog.ORIGIN, 9);
        String forged = toSecond()
                .replace(SECOND.verifierKey().toString(), stranger.verifierKey().toString());

        assertInvalid(
                verifier(FIRST, forged).checkpoint(file(signed(20, stranger))), "the payload is not what was recorded");
    }

    @Test
    void aLogCannotSpeakForAnother() {
        NoteSigner other = key("other.example/audit", 4);
        PublishedLog log = PublishedLog.withSales(3).append(rotated(3, other));
        SignedCheckpoint both = signed(log, 4, FIRST, other);
        TlogProof proof = new TlogProof(log.tree(4).inclusionProof(3), both);
        String rotation = new String(ProvedEvent.write(log.lines().get(3).getBytes(UTF_8), proof), UTF_8);

        assertInvalid(verifier(FIRST, rotation).checkpoint(file(both)), "it names a key of another log");
    }

    @Test
    void aDumpIsHeldAgainstTheCheckpointsOfTheRotationsToo() {
        PublishedLog rewritten = PublishedLog.withSales(9)
                .append("sale.recorded", PublishedLog.sale(99))
                .append(rotated(10, SECOND))
                .append("sale.recorded", PublishedLog.sale(11));
        SignedCheckpoint forged = signed(rewritten, 12, SECOND);

        Verdict honest =
                verifier(FIRST, toSecond()).dump(file(LOG.dump().getBytes(UTF_8)), List.of(file(signed(15, SECOND))));
        Verdict verdict =
                verifier(FIRST, toSecond()).dump(file(rewritten.dump().getBytes(UTF_8)), List.of(file(forged)));

        assertThat(honest.outcome()).as(honest.toString()).isEqualTo(Verdict.Outcome.VALID);
        assertInvalid(verdict, "another root than the checkpoint");
    }

    @Test
    void whatIsNoFileOfRotationsIsSaidToBeUnusable() throws IOException {
        for (String content : List.of("", "\n", "{}", "rubbish", toSecond().substring(0, 100), "\u0000".repeat(50))) {
            Verdict verdict = verifier(FIRST, content).checkpoint(file(signed(20, FIRST)));

            assertThat(verdict.outcome()).as(content).isEqualTo(Verdict.Outcome.UNUSABLE);
            assertThat(verdict.toString()).contains("cannot be used");
        }
        assertThat(KeyRotation.parse((toSecond() + "\n" + toThird() + "\n").getBytes(UTF_8)))
                .hasSize(2);
    }

    private static void assertInvalid(Verdict verdict, String why) {
        assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Verdict.Outcome.INVALID);
        assertThat(verdict.toString()).contains(why);
    }

    private static PublishedLog log() {
        PublishedLog log = PublishedLog.withSales(10).append(rotated(10, SECOND));
        for (int n = 11; n < 16; n++) {
            log.append("sale.recorded", PublishedLog.sale(n));
        }
        log.append(rotated(16, THIRD));
        for (int n = 17; n < 21; n++) {
            log.append("sale.recorded", PublishedLog.sale(n));
        }
        return log;
    }

    private static String rotated(int position, NoteSigner key) {
        return PublishedLog.line(
                        position, KeyRotation.TYPE, "{\"verifierKey\":\"" + key.verifierKey() + "\",\"version\":2}")
                .replaceFirst("\"stream\":\"[^\"]*\"", "\"stream\":\"audit:keys\"");
    }

    private static String toSecond() {
        return rotation(10, signed(11, FIRST, SECOND));
    }

    private static String toThird() {
        return rotation(16, signed(18, SECOND, THIRD));
    }

    private static String rotation(int position, SignedCheckpoint checkpoint) {
        return new String(
                ProvedEvent.write(LOG.lines().get(position).getBytes(UTF_8), proof(position, checkpoint)), UTF_8);
    }

    private static TlogProof proof(int position, SignedCheckpoint checkpoint) {
        int size = Math.toIntExact(checkpoint.checkpoint().size());
        return new TlogProof(LOG.tree(size).inclusionProof(position), checkpoint);
    }

    private static SignedCheckpoint signed(int size, NoteSigner... signers) {
        return signed(LOG, size, signers);
    }

    private static SignedCheckpoint signed(PublishedLog log, int size, NoteSigner... signers) {
        String text = new Checkpoint(PublishedLog.ORIGIN, size, log.tree(size).root()).text();
        List<NoteSignature> signatures =
                Arrays.stream(signers).map(signer -> signer.sign(text)).toList();
        return SignedCheckpoint.of(new SignedNote(text, signatures));
    }

    private Verifier verifier(NoteSigner trusted, String... rotations) {
        return new Verifier(
                policy(trusted),
                Optional.of(file(String.join("\n", rotations).getBytes(UTF_8))),
                new Progress(line -> {}));
    }

    private static TlogPolicy policy(NoteSigner trusted) {
        return TlogPolicy.of(List.of(trusted.verifierKey()), List.of(), 0);
    }

    private Path file(SignedCheckpoint checkpoint) {
        return file(checkpoint.bytes());
    }

    private Path file(byte[] content) {
        try {
            return Files.write(Files.createTempFile(directory, "given", ""), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(NoteSigner signer) {
        return signer.verifierKey().id().toString();
    }

    private static NoteSigner key(String origin, int seed) {
        return NoteSigner.ofLog(new KeyName(origin), PublishedLog.seed(seed));
    }
}
