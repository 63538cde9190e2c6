package com.hotpotspot.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.keystore.KeystoreException.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SealedEntriesTest {

    private static final int DIGEST_BYTES = 32;
    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);
    private static final Passphrase PASSPHRASE = Passphrase.of("correct horse battery".toCharArray());
    private static final Entries ENTRIES =
            Entries.NONE.with(SecretName.AUDIT, "a first".getBytes(UTF_8)).with(SecretName.AUDIT, new byte[] {0});
    private static final byte[] SEALED = new SealedEntries(PASSPHRASE).seal(ENTRIES, CHEAP);

    @Example
    void areReadBackAsTheyWere() {
        SealedEntries.Opened opened = new SealedEntries(PASSPHRASE).open(SEALED, "file");

        assertThat(opened.cost()).isEqualTo(CHEAP);
        assertThat(opened.entries().toJson()).isEqualTo(ENTRIES.toJson());
    }

    @Example
    void areCanonicalJsonInside() {
        assertThat(ENTRIES.toJson()).asString(UTF_8).isEqualTo("""
                {"secrets":[{"bytes":"YSBmaXJzdA==","name":"audit","version":1},\
                {"bytes":"AA==","name":"audit","version":2}]}""");
    }

    @Property(tries = 2_000)
    void aChangedByteIsFound(@ForAll("positions") int position, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] changed = SEALED.clone();
        changed[position] ^= (byte) change;

        assertRefused(changed, EnumSet.of(Reason.DAMAGED, Reason.UNKNOWN_FORMAT));
    }

    @Property(tries = 500)
    void aByteChangedOnPurposeIsFoundToo(
            @ForAll("positions") int position, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] changed = Arrays.copyOf(SEALED, SEALED.length - DIGEST_BYTES);
        changed[position % changed.length] ^= (byte) change;

        assertRefused(
                KeystoreTest.withDigest(changed),
                EnumSet.of(Reason.DAMAGED, Reason.UNKNOWN_FORMAT, Reason.TOO_COSTLY, Reason.WRONG_PASSPHRASE));
    }

    @Property(tries = 500)
    void aFileCutShortIsFound(@ForAll("positions") int length) {
        assertRefused(Arrays.copyOf(SEALED, length), EnumSet.of(Reason.DAMAGED));
    }

    @Example
    void somethingBehindTheEndIsFound() {
        assertRefused(Arrays.copyOf(SEALED, SEALED.length + 1), EnumSet.of(Reason.DAMAGED));
    }

    /**
     * Computed with OpenSSL through Python's {@code cryptography}: {@code Argon2id(salt=b"somesaltsomesalt", length=32,
     * iterations=3, lanes=1, memory_cost=256).derive(b"correct horse battery").hex()}.
     */
    @Example
    void stretchesAPassphraseAsOthersDo() {
        byte[] key = new Argon2Cost(256, 3, 1).stretch(PASSPHRASE, "somesaltsomesalt".getBytes(UTF_8), 32);

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("2c84b252da102b3089ba8c6027ce9342e80a2f17c5d4fa705ba5996b22989aa8");
    }

    @Example
    void holdNoSecretOfTheFileInMessages() {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> new SealedEntries(Passphrase.generate()).open(SEALED, "file"))
                .withMessage("The passphrase does not open the keystore file, or somebody changed the file");
        assertThat(new String(SEALED, UTF_8))
                .doesNotContain(Base64.getEncoder().encodeToString("a first".getBytes(UTF_8)));
    }

    @Provide
    Arbitrary<Integer> positions() {
        return Arbitraries.integers().between(0, SEALED.length - 1);
    }

    private static void assertRefused(byte[] content, EnumSet<Reason> reasons) {
        assertThatExceptionOfType(KeystoreException.class)
                .isThrownBy(() -> new SealedEntries(PASSPHRASE).open(content, "file"))
                .satisfies(e -> assertThat(e.reason()).isIn(reasons));
    }
}
