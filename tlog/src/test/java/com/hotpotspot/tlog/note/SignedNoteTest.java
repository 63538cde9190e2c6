package com.hotpotspot.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SignedNoteTest {

    private static final NoteSigner LOG = NoteSigner.ofLog(new KeyName("log.example/a"), seed(1));
    private static final NoteSigner WITNESS = NoteSigner.ofWitness(
            new KeyName("witness.example/w"), seed(2), InstantSource.fixed(Instant.ofEpochSecond(1)));
    private static final NoteSigner STRANGER = NoteSigner.ofLog(new KeyName("stranger.example"), seed(3));
    private static final List<VerifierKey> KNOWN = List.of(LOG.verifierKey(), WITNESS.verifierKey());

    private static final String TEXT = "ხინკალი\n\nის the text\n";
    private static final SignedNote NOTE =
            new SignedNote(TEXT, List.of(LOG.sign(TEXT), STRANGER.sign(TEXT), WITNESS.sign(TEXT)));

    @Example
    void signaturesOfUnknownKeysAreLeftOut() {
        assertThat(NOTE.verifiedBy(KNOWN)).extracting(VerifiedSignature::key).isEqualTo(KNOWN);
        assertThat(SignedNote.by(STRANGER, TEXT).verifiedBy(KNOWN)).isEmpty();
    }

    @Example
    void aKeyOfAKnownNameButAnotherIdIsUnknown() {
        NoteSigner impostor = NoteSigner.ofLog(LOG.verifierKey().name(), seed(4));

        assertThat(SignedNote.by(impostor, TEXT).verifiedBy(KNOWN)).isEmpty();
    }

    @Example
    void anInvalidSignatureOfAKnownKeySpoilsTheWholeNote() {
        SignedNote note = new SignedNote(TEXT, List.of(LOG.sign(TEXT), WITNESS.sign("another text\n")));

        assertThatExceptionOfType(InvalidSignatureException.class)
                .isThrownBy(() -> note.verifiedBy(KNOWN))
                .withMessageContaining("witness.example/w");
    }

    @Example
    void aSignatureOfTheOtherTypeIsNotAccepted() {
        NoteSigner sameKeyAsLog = NoteSigner.ofLog(WITNESS.verifierKey().name(), seed(2));
        VerifierKey cosigner = WITNESS.verifierKey();
        NoteSignature plain = new NoteSignature(
                cosigner.name(), cosigner.id(), sameKeyAsLog.sign(TEXT).bytes());

        assertThat(cosigner.verifies(TEXT, plain)).isFalse();
    }

    @Example
    void aTimeThatNoWitnessWroteMakesACosignatureInvalid() {
        byte[] later = WITNESS.sign(TEXT).bytes().clone();
        later[7]++;
        byte[] negative = WITNESS.sign(TEXT).bytes().clone();
        negative[0] = (byte) 0x80;
        VerifierKey key = WITNESS.verifierKey();

        assertThat(key.verifies(TEXT, new NoteSignature(key.name(), key.id(), later)))
                .isFalse();
        assertThat(key.verifies(TEXT, new NoteSignature(key.name(), key.id(), negative)))
                .isFalse();
    }

    @Property(tries = 300)
    void aChangedByteIsFoundOrBelongsToAStranger(
            @ForAll @IntRange(max = 10_000) int any, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = NOTE.bytes();
        bytes[any % bytes.length] ^= (byte) change;
        List<VerifiedSignature> verified;
        try {
            SignedNote note = SignedNote.parse(bytes);
            verified = note.verifiedBy(KNOWN);
        } catch (FormatException | InvalidSignatureException e) {
            return;
        }
        // What a key did sign is still its text; a changed name or id makes a signature a stranger's.
        assertThat(verified)
                .allSatisfy(signature -> assertThat(signature.signature().line())
                        .isIn(LOG.sign(TEXT).line(), WITNESS.sign(TEXT).line()));
    }

    @Property
    void aNoteReadsBackAsItWasWritten(@ForAll("texts") String text) {
        SignedNote note = SignedNote.by(LOG, text);

        assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
        assertThat(SignedNote.parse(note.bytes()).bytes()).isEqualTo(note.bytes());
    }

    @Property(tries = 2_000)
    void whateverIsReadIsANoteOrRefused(@ForAll byte[] bytes) {
        readsBackOrIsRefused(bytes);
    }

    @Property(tries = 5_000)
    void whateverLooksLikeANoteIsOneOrRefused(@ForAll("almostNotes") String text) {
        readsBackOrIsRefused(text.getBytes(UTF_8));
    }

    @Property(tries = 2_000)
    void whateverIsReadIsAVerifierKeyOrRefused(@ForAll("almostKeys") String text) {
        try {
            assertThat(VerifierKey.parse(text)).hasToString(text);
        } catch (FormatException e) {
            assertThat(e).hasMessageNotContainingAny("\n");
        }
    }

    @Property(tries = 500)
    void whateverAPublicKeyIsNothingElseIsThrown(@ForAll byte[] bytes, @ForAll("signatureBytes") byte[] blob) {
        VerifierKey key;
        try {
            key = new VerifierKey(new KeyName("k"), SignatureType.COSIGNATURE, Arrays.copyOf(bytes, 32));
        } catch (FormatException e) {
            return;
        }
        // The neutral element and its like "verify" much; all that matters here is that an answer comes.
        assertThat(key.verifies(TEXT, new NoteSignature(key.name(), key.id(), blob)))
                .isIn(true, false);
    }

    @Example
    void malformedNotesAreRefused() {
        String line = LOG.sign(TEXT).line();
        for (String malformed : List.of(
                "",
                "text\n",
                "text\n" + line,
                "text\n\n",
                "text\n\n" + line.strip(),
                "text\n\n" + line + "\n",
                "text\n\n" + line.replace("\u2014 ", "-- "),
                "text\n\n" + line.replace("\u2014 ", "\u2014"),
                "text\n\n" + line.replace("=\n", "\n"),
                "text\n\n" + line.replace("=\n", "= \n"),
                "text\n\n" + line.replace("log.example/a", "log example"),
                "text\n\n" + line.replace("log.example/a", "log+example"),
                "text\n\n" + line.replace("log.example/a", ""),
                "text\n\n" + line.replace("log.example/a", "log\u00a0example"),
                "text\r\n\n" + line,
                "te\0xt\n\n" + line,
                "text\n\n\u2014 log.example/a AAAAAA==\n",
                "text\n\n\u2014 log.example/a\n")) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> SignedNote.parse(malformed));
        }
    }

    @Example
    void sixteenSignaturesAreReadAndTooManyRefused() {
        assertThat(SignedNote.parse(new SignedNote(TEXT, Collections.nCopies(16, LOG.sign(TEXT))).bytes())
                        .signatures())
                .hasSize(16);
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() ->
                        SignedNote.parse(TEXT + "\n" + LOG.sign(TEXT).line().repeat(SignedNote.MOST_SIGNATURES + 1)));
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> SignedNote.parse(new byte[SignedNote.LONGEST + 1]));
    }

    @Example
    void malformedVerifierKeysAreRefused() {
        String key = LOG.verifierKey().toString();
        for (String malformed : List.of(
                "",
                "log.example/a",
                "log.example/a+00000000",
                key.replace("log.example/a", "log.example/b"),
                key.toUpperCase(Locale.ROOT),
                key + "=",
                key.substring(0, key.length() - 4),
                "log.example/a+530d903a+",
                "log.example/a+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> VerifierKey.parse(malformed));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .excludeChars('\t')
                .filter(text -> text.chars().noneMatch(c -> c < ' ' || Character.isSurrogate((char) c)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> String.join("\n", lines) + "\n");
    }

    /** Pieces of notes in any order. */
    @Provide
    Arbitrary<String> almostNotes() {
        String line = LOG.sign(TEXT).line();
        return Arbitraries.of(
                        "\n",
                        "\n\n",
                        "text",
                        "\u2014 ",
                        "\u2014",
                        "log.example/a",
                        " ",
                        "AAAAAAAA",
                        "=",
                        "\n",
                        line,
                        "+",
                        "\0")
                .list()
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<String> almostKeys() {
        String key = LOG.verifierKey().toString();
        return Arbitraries.of("log.example/a", "+", "+", key.substring(14, 22), key.substring(23), key, "=", "AA", " ")
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<byte[]> signatureBytes() {
        return Arbitraries.bytes().array(byte[].class).ofMinSize(60).ofMaxSize(80);
    }

    private static void readsBackOrIsRefused(byte[] bytes) {
        try {
            List<String> lines = new ArrayList<>();
            SignedNote note = SignedNote.parse(bytes);
            note.signatures().forEach(signature -> lines.add(signature.line()));
            assertThat(note.bytes()).isEqualTo(bytes);
            assertThat(lines).isNotEmpty();
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static byte[] seed(int value) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) value);
        return seed;
    }
}
