package com.hotpotspot.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.Passphrase;
import com.hotpotspot.keystore.SecretName;
import com.hotpotspot.testing.Spoilt;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimCodesTest {

    private static final byte[] SECRET = secret(0);
    private static final CheckId CHECK = check("4711");
    private static final CheckId OTHER = check("4712");
    private static final ClaimCodes CODES = new ClaimCodes(List.of(SECRET));

    /**
     * Computed with Python's hmac: the digest of HMAC-SHA256 under the bytes 0 to 31 over
     * {@code hotpotspot/claim-code/1}, a zero byte and {@code VAKE:0000004711}; its first 50 bits, five at a time, in
     * Crockford's alphabet.
     */
    private static final String CODE = "HFYSPMCZF6";

    /**
     * Computed with Python's hmac, json and base64: the signature is HMAC-SHA256 over the first two parts, and its key
     * HMAC-SHA256 under the bytes 0 to 31 over {@code hotpotspot/check-qr/1} and a zero byte.
     */
    private static final String QR_TEXT = "eyJhbGciOiJIUzI1NiIsInR5cCI6Imhwcy1jaGVjayJ9"
            + ".eyJjIjoiVkFLRTowMDAwMDA0NzExIiwiayI6IkhGWVNQTUNaRjYifQ"
            + ".Hc53-3MT11QB_ts41q301OHiCED7w0QVbzQvHh9pnIs";

    @Test
    void aCodeIsTheFirst50BitsOfAnHmac() {
        assertThat(CODES.codeOf(CHECK).reveal()).isEqualTo(CODE);
    }

    @Property
    void aSpoiltQrTextSaysWhatItSaidOrNothing(@ForAll long seed) {
        String text = Spoilt.text(QR_TEXT, new Random(seed));

        assertThat(CODES.readQr(text).map(scanned -> qrText(CODES, scanned.check())))
                .isEqualTo(text.equals(QR_TEXT) ? Optional.of(QR_TEXT) : Optional.empty());
    }

    @Property
    void aSpoiltCodeIsTheCodeOnlyIfItIsReadAsThat(@ForAll long seed) {
        String text = Spoilt.text(CODE, new Random(seed));

        assertThat(CODES.matches(CHECK, text))
                .isEqualTo(text.length() <= 64
                        && text.replaceAll("[ -]", "").toUpperCase(Locale.ROOT).equals(CODE)
                        && text.chars().allMatch(c -> c < 0x80));
    }

    @Test
    void aQrTextIsASignedJsonWebToken() {
        assertThat(qrText(CODES, CHECK)).isEqualTo(QR_TEXT);
    }

    @Test
    void aCodeIsNotShownAsText() {
        assertThat(CODES.codeOf(CHECK)).hasToString("a claim code");
        assertThat(CODES.readQr(QR_TEXT).orElseThrow().toString()).doesNotContain(CODE);
    }

    @Property
    void codesLookAlike(
            @ForAll @NumericChars @AlphaChars @Chars({'.', '_', '-'}) @StringLength(min = 1, max = 40) String number) {
        CheckId check = new CheckId("VAKE:" + number);

        assertThat(CODES.codeOf(check).reveal()).matches(ClaimCode.FORM);
        assertThat(CODES.matches(check, CODES.codeOf(check).reveal())).isTrue();
    }

    @Property
    void aCodeMatchesHoweverItIsTyped(@ForAll @IntRange(max = 999_999) int number) {
        CheckId check = check(Integer.toString(number));
        String code = CODES.codeOf(check).reveal();

        assertThat(CODES.matches(check, code.toLowerCase(Locale.ROOT))).isTrue();
        assertThat(CODES.matches(check, ' ' + code.substring(0, 5) + " - " + code.substring(5) + ' '))
                .isTrue();
        assertThat(CODES.matches(check, code.replace('0', 'O').replace('1', 'I')))
                .isTrue();
        assertThat(CODES.matches(check, code.replace('0', 'o').replace('1', 'l')))
                .isTrue();
        assertThat(CODES.matches(check, code.replace('1', 'i'))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(chars = {'2', '3', '7', '9', 'A', 'Q', 'Z', 'U', '*', '\u10d0', 'ı', 'K', '２'})
    void anotherCharacterInAnyPlaceIsNoMatch(char other) {
        for (int place = 0; place < CODE.length(); place++) {
            char[] code = CODE.toCharArray();
            boolean same = code[place] == other;
            code[place] = other;

            assertThat(CODES.matches(CHECK, new String(code))).isEqualTo(same);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "----------", "0", "HFYSPMCZF6" + "0", "0" + "HFYSPMCZF6", "\nHFYSPMCZF6", "\ud83e"})
    void whatIsNoCodeIsNoMatchAndNoError(String typed) {
        assertThat(CODES.matches(CHECK, typed)).isFalse();
    }

    @Test
    void anEndlessTextIsNoMatch() {
        assertThat(CODES.matches(CHECK, " ".repeat(1_000_000) + CODE)).isFalse();
        assertThat(CODES.readQr(QR_TEXT + "A".repeat(1_000_000))).isEmpty();
    }

    @Test
    void theCodeOfAnotherCheckIsNoMatch() {
        assertThat(CODES.matches(OTHER, CODE)).isFalse();
    }

    @Test
    void aQrTextIsReadBack() {
        ScannedCheck scanned = CODES.readQr(QR_TEXT).orElseThrow();

        assertThat(scanned.check()).isEqualTo(CHECK);
        assertThat(scanned.code().reveal()).isEqualTo(CODE);
    }

    @Example
    void aQrTextWithAnyOtherCharacterIsNotAccepted() {
        for (int i = 0; i < QR_TEXT.length(); i++) {
            for (char other : "ABQZabqz0189-_.=+/ \u10d0".toCharArray()) {
                String changed = QR_TEXT.substring(0, i) + other + QR_TEXT.substring(i + 1);
                if (!changed.equals(QR_TEXT)) {
                    assertThat(CODES.readQr(changed)).as(changed).isEmpty();
                }
            }
            assertThat(CODES.readQr(QR_TEXT.substring(0, i))).isEmpty();
            assertThat(CODES.readQr(QR_TEXT.substring(i + 1))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "https://example.org/"})
    void whatIsNoQrTextOfOursIsNotAccepted(String text) {
        assertThat(CODES.readQr(text)).isEmpty();
    }

    @Test
    void oneNetworkDoesNotAcceptWhatAnotherPrinted() {
        ClaimCodes foreign = new ClaimCodes(List.of(secret(1)));

        assertThat(foreign.matches(CHECK, CODE)).isFalse();
        assertThat(foreign.readQr(QR_TEXT)).isEmpty();
    }

    @Test
    void receiptsPrintedBeforeTheSecretWasRotatedStillCount(@TempDir Path directory) {
        try (Passphrase passphrase = Passphrase.generate();
                Keystore keystore = Keystore.create(directory.resolve("keystore"), passphrase)) {
            ClaimCodes before = ClaimCodes.of(keystore);
            assertThat(keystore.secret(SecretName.CLAIM_CODES).orElseThrow().bytes())
                    .hasSize(32);
            keystore.rotate(SecretName.CLAIM_CODES, SECRET);

            ClaimCodes after = ClaimCodes.of(keystore);

            assertThat(after.codeOf(CHECK).reveal()).isEqualTo(CODE);
            assertThat(after.matches(CHECK, CODE)).isTrue();
            assertThat(after.matches(CHECK, before.codeOf(CHECK).reveal())).isTrue();
            assertThat(after.readQr(qrText(before, CHECK)).orElseThrow().check())
                    .isEqualTo(CHECK);
        }
    }

    @Test
    void manyThreadsComputeTheSameCodes() {
        List<String> alone =
                IntStream.range(0, 2_000).mapToObj(ClaimCodesTest::codeOf).toList();

        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(ClaimCodesTest::codeOf)
                        .toList())
                .isEqualTo(alone);
    }

    private static String codeOf(int number) {
        return CODES.codeOf(check(Integer.toString(number))).reveal();
    }

    private static CheckId check(String number) {
        return SaleId.of(new NodeId("VAKE"), new SaleNumber(number)).check();
    }

    private static byte[] secret(int first) {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (first + i);
        }
        return secret;
    }

    private static String qrText(ClaimCodes codes, CheckId check) {
        return codes.qrText(check, codes.codeOf(check));
    }
}
