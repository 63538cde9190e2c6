package com.hotpotspot.tlog.checkpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.checkpoint.UntrustedException.Reason;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TlogPolicyTest {

    private static final NoteSigner LOG = NoteSigner.ofLog(new KeyName("hotpotspot.example/audit"), seed(1));
    private static final List<NoteSigner> WITNESSES =
            IntStream.range(0, 6).mapToObj(n -> witness(n, 1_700_000_000 + n)).toList();
    private static final List<VerifierKey> WITNESS_KEYS =
            WITNESSES.stream().map(NoteSigner::verifierKey).toList();
    private static final SignedCheckpoint CHECKPOINT =
            SignedCheckpoint.by(LOG, new Checkpoint("hotpotspot.example/audit", 8, Hash.EMPTY_TREE));

    private static final String TWO_LEVELS = """
            # as in the specification
            log %s

            witness X1 %s
            witness X2 %s https://x2.example/
            witness X3 %s
            group X-witnesses 2 X1 X2 X3

            \twitness  Y1\t%s\s
            witness Y2 %s
            witness Y3 %s
            group Y-witnesses any Y1 Y2 Y3

            group X-and-Y all X-witnesses Y-witnesses
            quorum X-and-Y
            """.formatted(
                    LOG.verifierKey(),
                    WITNESS_KEYS.get(0),
                    WITNESS_KEYS.get(1),
                    WITNESS_KEYS.get(2),
                    WITNESS_KEYS.get(3),
                    WITNESS_KEYS.get(4),
                    WITNESS_KEYS.get(5));

    @Property
    void aCheckpointIsTrustedOnceEnoughWitnessesCosigned(
            @ForAll @IntRange(max = 6) int threshold, @ForAll @IntRange(max = 6) int cosigned) {
        TlogPolicy policy = TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, threshold);
        SignedCheckpoint checkpoint = cosigned(IntStream.range(0, cosigned).toArray());

        if (cosigned >= threshold) {
            TrustedCheckpoint trusted = policy.trust(checkpoint);
            assertThat(trusted.log()).isEqualTo(LOG.verifierKey());
            assertThat(trusted.cosignatures())
                    .extracting(Cosignature::witness)
                    .isEqualTo(WITNESS_KEYS.subList(0, cosigned));
        } else {
            assertUntrusted(policy, checkpoint, Reason.QUORUM_NOT_REACHED);
        }
    }

    @Example
    void aWitnessThatCosignsTwiceCountsOnceWithItsLatestTime() {
        TlogPolicy policy = TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, 1);
        SignedCheckpoint twice = CHECKPOINT.with(List.of(
                witness(0, 20).sign(CHECKPOINT.note().text()),
                witness(0, 10).sign(CHECKPOINT.note().text())));

        assertThat(policy.trust(twice).cosignatures()).containsExactly(new Cosignature(WITNESS_KEYS.get(0), 20));
        assertUntrusted(TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, 2), twice, Reason.QUORUM_NOT_REACHED);
    }

    @Example
    void whoCosignsWithoutBeingNamedDoesNotCount() {
        TlogPolicy policy = TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS.subList(0, 2), 2);

        assertUntrusted(policy, cosigned(0, 2, 3), Reason.QUORUM_NOT_REACHED);
    }

    @Example
    void aLogIsBelievedUnderItsOwnOriginOnly() {
        NoteSigner other = NoteSigner.ofLog(new KeyName("other.example"), seed(9));
        Checkpoint claim = new Checkpoint("other.example", 8, Hash.EMPTY_TREE);
        TlogPolicy both = TlogPolicy.of(List.of(LOG.verifierKey(), other.verifierKey()), List.of(), 0);

        assertThat(both.trust(SignedCheckpoint.by(other, claim)).log()).isEqualTo(other.verifierKey());
        assertUntrusted(both, SignedCheckpoint.by(LOG, claim), Reason.NOT_SIGNED_BY_LOG);
        assertUntrusted(
                TlogPolicy.of(List.of(LOG.verifierKey()), List.of(), 0),
                SignedCheckpoint.by(other, claim),
                Reason.UNKNOWN_LOG);
    }

    @Example
    void oneInvalidSignatureOfAKnownWitnessIsEnoughToDisbelieve() {
        SignedCheckpoint forged = cosigned(1, 2).with(List.of(WITNESSES.get(0).sign("another text\n")));

        assertUntrusted(TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, 2), forged, Reason.INVALID_SIGNATURE);
    }

    @Example
    void groupsOfGroupsDecideAsThePolicyFileSays() {
        TlogPolicy policy = TlogPolicy.parse(TWO_LEVELS.getBytes(UTF_8));

        assertThat(policy.logs()).containsExactly(LOG.verifierKey());
        assertThat(policy.witnesses()).isEqualTo(WITNESS_KEYS);
        assertThat(policy.trust(cosigned(0, 2, 5)).cosignatures()).hasSize(3);
        assertUntrusted(policy, cosigned(0, 1, 2), Reason.QUORUM_NOT_REACHED);
        assertUntrusted(policy, cosigned(0, 3, 4, 5), Reason.QUORUM_NOT_REACHED);
    }

    @Example
    void quorumNoneAsksForNoWitness() {
        TlogPolicy policy = TlogPolicy.parse(
                "log %s\nquorum none".formatted(LOG.verifierKey()).getBytes(UTF_8));

        assertThat(policy.asksForNoWitness()).isTrue();
        assertThat(policy.trust(CHECKPOINT).cosignatures()).isEmpty();
    }

    @Example
    void namesAreOctets() {
        byte[] latin1 = "witness \u00e9 %s\nquorum \u00e9\n"
                .formatted(WITNESS_KEYS.get(0))
                .getBytes(ISO_8859_1);

        assertThat(TlogPolicy.parse(latin1).witnesses()).containsExactly(WITNESS_KEYS.get(0));
    }

    @Example
    void malformedPoliciesAreRefusedWithTheirLine() {
        String log = "log " + LOG.verifierKey() + "\n";
        String w1 = "witness w1 " + WITNESS_KEYS.get(0) + "\n";
        String w2 = "witness w2 " + WITNESS_KEYS.get(1) + "\n";
        for (String malformed : List.of(
                "unknown\n",
                "log\n",
                "log " + WITNESS_KEYS.get(0) + "x\n",
                w1.replace("w1", "none"),
                w1 + w1.replace("w1", "w2") + "quorum w1",
                w1 + w2.replace("w2", "w1"),
                w1 + "group g 1\n",
                w1 + "group g 0 w1\n",
                w1 + "group g 2 w1\n",
                w1 + "group g some w1\n",
                w1 + "group g any w2\n",
                w1 + "group g any w1 w1\n",
                w1 + "group g any w1\ngroup h any w1\n",
                w1 + "group g any none\n",
                w1 + "group w1 any w1\n",
                w1 + "quorum g\n",
                w1 + "quorum w1\nquorum w1\n",
                log + log + "quorum none\n",
                "log " + WITNESS_KEYS.get(0) + "\nquorum none\n",
                "witness w " + LOG.verifierKey() + "\nquorum w\n",
                "quorum none\r\n",
                "quorum none\0",
                log,
                "")) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> TlogPolicy.parse(malformed.getBytes(UTF_8)));
        }
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> TlogPolicy.parse((log + w1 + "group g any w2").getBytes(UTF_8)))
                .withMessage("line 3 of the policy: a name is not defined before it is used");
    }

    @Property(tries = 3_000)
    void whateverIsReadIsAPolicyOrRefused(@ForAll("almostPolicies") String text) {
        try {
            assertThat(TlogPolicy.parse(text.getBytes(UTF_8)).logs()).hasSizeLessThanOrEqualTo(1);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Example
    void groupsCanBeNestedOnlySoDeep() {
        StringBuilder deep = new StringBuilder("witness g0 " + WITNESS_KEYS.get(0) + "\n");
        IntStream.rangeClosed(1, 20_000)
                .forEach(n -> deep.append(String.format(Locale.ROOT, "group g%d all g%d%n", n, n - 1)));

        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() ->
                        TlogPolicy.parse(deep.append("quorum g20000").toString().getBytes(UTF_8)));
    }

    @Example
    void aQuorumCannotExceedTheWitnesses() {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, 7));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> TlogPolicy.of(List.of(LOG.verifierKey()), WITNESS_KEYS, -1));
    }

    @Provide
    Arbitrary<String> almostPolicies() {
        return Arbitraries.of(
                        "log ",
                        "witness ",
                        "group ",
                        "quorum ",
                        "none",
                        "w ",
                        "v ",
                        "any ",
                        "2 ",
                        "\n",
                        "\n",
                        "# ",
                        LOG.verifierKey().toString(),
                        WITNESS_KEYS.get(0).toString(),
                        WITNESS_KEYS.get(1).toString())
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    private static SignedCheckpoint cosigned(int... witnesses) {
        return CHECKPOINT.with(Arrays.stream(witnesses)
                .mapToObj(n -> WITNESSES.get(n).sign(CHECKPOINT.note().text()))
                .toList());
    }

    private static void assertUntrusted(TlogPolicy policy, SignedCheckpoint checkpoint, Reason reason) {
        assertThatExceptionOfType(UntrustedException.class)
                .isThrownBy(() -> policy.trust(checkpoint))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static NoteSigner witness(int n, long time) {
        return NoteSigner.ofWitness(
                new KeyName("witness.example/w" + n), seed(100 + n), InstantSource.fixed(Instant.ofEpochSecond(time)));
    }

    private static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
