package com.hotpotspot.tlog.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.hotpotspot.tlog.checkpoint.Checkpoint;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.merkle.CompactRange;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.merkle.MerkleTree;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSignature;
import com.hotpotspot.tlog.note.NoteSigner;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that c2sp.org/tlog-witness asks for. */
class WitnessTest {

    private static final KeyName ORIGIN = new KeyName("example.org/audit");
    private static final NoteSigner LOG = NoteSigner.ofLog(ORIGIN, seed(1));
    private static final NoteSigner SIGNER = NoteSigner.ofWitness(
            new KeyName("witness.example/w1"), seed(2), () -> Instant.ofEpochSecond(1_700_000_000));

    private final Kept kept = new Kept();
    private final Witness witness = new Witness(List.of(LOG.verifierKey()), SIGNER, kept);

    @Test
    void cosignsWhatContinuesTheLastCheckpoint() throws IOException {
        Answer first = witness.answer(request(0, 5).bytes());
        Answer second = witness.answer(request(5, 12).bytes());

        assertCosigned(first, checkpoint(5));
        assertCosigned(second, checkpoint(12));
        assertThat(kept.latest(ORIGIN.value())).contains(checkpoint(12));
    }

    @Test
    void cosignsTheSameCheckpointAgain() throws IOException {
        witness.answer(request(0, 5));

        assertCosigned(witness.answer(request(5, 5)), checkpoint(5));
    }

    @Test
    void tellsTheLatestSizeToWhoeverStartsFromAnotherOne() throws IOException {
        witness.answer(request(0, 5));

        assertThat(witness.answer(request(4, 12))).isEqualTo(new Answer(409, "text/x.tlog.size", "5\n"));
        assertThat(witness.answer(request(0, 5))).isEqualTo(new Answer(409, "text/x.tlog.size", "5\n"));
    }

    @Test
    void neverCosignsTwoTreesOfOneSize() throws IOException {
        witness.answer(request(0, 5));
        SignedCheckpoint forked =
                SignedCheckpoint.by(LOG, new Checkpoint(ORIGIN.value(), 5, Hash.ofLeaf(new byte[] {1})));

        assertThat(witness.answer(new AddCheckpoint(5, List.of(), forked)).status())
                .isEqualTo(409);
        assertThat(kept.latest(ORIGIN.value())).contains(checkpoint(5));
    }

    @Test
    void refusesAProofThatDoesNotShowIt() throws IOException {
        witness.answer(request(0, 5));
        SignedCheckpoint rewritten =
                SignedCheckpoint.by(LOG, new Checkpoint(ORIGIN.value(), 12, Hash.ofLeaf(new byte[] {1})));

        assertThat(witness.answer(new AddCheckpoint(5, request(5, 12).proof(), rewritten))
                        .status())
                .isEqualTo(422);
        assertThat(witness.answer(new AddCheckpoint(5, List.of(), checkpoint(12)))
                        .status())
                .isEqualTo(422);
        assertThat(kept.latest(ORIGIN.value())).contains(checkpoint(5));
    }

    @Test
    void showsTheLastCheckpointOfALogThatItCosigned() throws IOException {
        String name = Witness.nameOf(ORIGIN.value());
        assertThat(name).isEqualTo(Hash.sha256(ORIGIN.value().getBytes(UTF_8)).hex());
        assertThat(witness.latest(name).status()).isEqualTo(404);
        witness.answer(request(0, 5));
        SignedCheckpoint withAStranger = checkpoint(12)
                .with(List.of(NoteSigner.ofLog(new KeyName("stranger"), seed(9))
                        .sign(checkpoint(12).note().text())));
        witness.answer(new AddCheckpoint(5, request(5, 12).proof(), withAStranger));

        Answer shown = witness.latest(name);

        assertThat(shown.status()).isEqualTo(200);
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(shown.body().getBytes(UTF_8));
        assertThat(checkpoint.checkpoint()).isEqualTo(checkpoint(12).checkpoint());
        assertThat(checkpoint.note().signatures())
                .extracting(signature -> signature.name().value())
                .containsExactly(ORIGIN.value(), "witness.example/w1");
        assertThat(TlogPolicy.of(List.of(LOG.verifierKey()), List.of(SIGNER.verifierKey()), 1)
                        .trust(checkpoint)
                        .cosignatures())
                .hasSize(1);
        assertThat(witness.latest(Witness.nameOf("other.example/audit")).status())
                .isEqualTo(404);
    }

    @Test
    void refusesAnOldSizeBeyondTheCheckpoint() throws IOException {
        witness.answer(request(0, 5));

        assertThat(witness.answer(new AddCheckpoint(6, List.of(), checkpoint(5)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesWhatTheLogDidNotSignAndLogsThatItDoesNotKnow() throws IOException {
        Checkpoint checkpoint = checkpoint(5).checkpoint();
        SignedCheckpoint byAnother = SignedCheckpoint.by(NoteSigner.ofLog(ORIGIN, seed(3)), checkpoint);
        SignedCheckpoint ofAnother = SignedCheckpoint.by(
                NoteSigner.ofLog(new KeyName("other.example/audit"), seed(1)),
                new Checkpoint("other.example/audit", 5, checkpoint.root()));

        assertThat(witness.answer(new AddCheckpoint(0, List.of(), byAnother)).status())
                .isEqualTo(403);
        assertThat(witness.answer(new AddCheckpoint(0, List.of(), ofAnother)).status())
                .isEqualTo(404);
        assertThat(kept.latest(ORIGIN.value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old -1\n\nnote",
                "old 0\nnothash\n\n",
                "new 0\n\n",
                "old 0\n\nexample.org/audit\n5\n",
                "old 01\n\n"
            })
    void refusesNonsense(String body) throws IOException {
        assertThat(witness.answer(body.getBytes(UTF_8)).status()).isEqualTo(400);
    }

    @Test
    void signsNothingThatItCouldNotKeep() throws IOException {
        kept.broken = true;

        assertThatIOException().isThrownBy(() -> witness.answer(request(0, 5)));

        kept.broken = false;
        assertThat(witness.answer(request(0, 5)).status()).isEqualTo(200);
    }

    @Test
    void ofManyWhoAskAtOnceNoTwoAreCosignedForTheSameStep() throws Exception {
        List<Callable<Integer>> asking = new ArrayList<>();
        for (int size = 1; size <= 50; size++) {
            AddCheckpoint request = request(0, size);
            asking.add(() -> witness.answer(request).status());
        }

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> answer : threads.invokeAll(asking)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void aRequestIsReadBackAsItWasWritten() {
        AddCheckpoint request = request(5, 12);

        assertThat(AddCheckpoint.parse(request.bytes())).isEqualTo(request);
    }

    private static void assertCosigned(Answer answer, SignedCheckpoint checkpoint) {
        assertThat(answer.status()).isEqualTo(200);
        NoteSignature cosignature =
                NoteSignature.parse(answer.body().lines().findFirst().orElseThrow());
        assertThat(SIGNER.verifierKey().verifies(checkpoint.note().text(), cosignature))
                .isTrue();
        assertThat(cosignature.time()).hasValue(1_700_000_000);
    }

    private static AddCheckpoint request(int oldSize, int size) {
        return new AddCheckpoint(oldSize, tree(size).consistencyProof(oldSize).path(), checkpoint(size));
    }

    private static SignedCheckpoint checkpoint(int size) {
        return SignedCheckpoint.by(
                LOG, new Checkpoint(ORIGIN.value(), size, tree(size).root()));
    }

    private static MerkleTree tree(int size) {
        return new MerkleTree(size, (level, index) -> {
            CompactRange range = CompactRange.empty();
            for (long leaf = index << level; leaf < (index + 1) << level; leaf++) {
                range.append(Hash.ofLeaf(Long.toString(leaf).getBytes(UTF_8)));
            }
            return range.root();
        });
    }

    private static byte[] seed(int first) {
        byte[] seed = new byte[32];
        seed[0] = (byte) first;
        return seed;
    }

    private static final class Kept implements WitnessStore {

        private final Map<String, SignedCheckpoint> latest = new HashMap<>();
        private boolean broken;

        @Override
        public Optional<SignedCheckpoint> latest(String origin) {
            return Optional.ofNullable(latest.get(origin));
        }

        @Override
        public void keep(SignedCheckpoint checkpoint) throws IOException {
            if (broken) {
                throw new IOException("the disk is full");
            }
            latest.put(checkpoint.checkpoint().origin(), checkpoint);
        }
    }
}
