package com.hotpotspot.command.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that an authenticator shows, by the vectors of the RFCs. */
class TotpSecretTest {

    /** Of RFC 6238, appendix B, and of RFC 4226, appendix D. */
    private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(US_ASCII));

    /** RFC 6238, appendix B, SHA-1, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void areThoseOfTheStandard(long second, String code) {
        Instant now = Instant.ofEpochSecond(second);

        assertThat(SECRET.code(TotpSecret.stepAt(now))).isEqualTo(code);
        assertThat(SECRET.stepOf(code, now, 0)).hasValue(second / 30);
    }

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0,755224",
        "1,287082",
        "2,359152",
        "3,969429",
        "4,338314",
        "5,254676",
        "6,287922",
        "7,162583",
        "8,399871",
        "9,520489"
    })
    void areThoseOfACounter(long step, String code) {
        assertThat(SECRET.code(step)).isEqualTo(code);
    }

    @Test
    void countAStepBeforeAndAStepAfterAndNoLonger() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TotpSecret.stepAt(now);

        assertThat(SECRET.stepOf(SECRET.code(step - 1), now, 0)).hasValue(step - 1);
        assertThat(SECRET.stepOf(SECRET.code(step + 1), now, 0)).hasValue(step + 1);
        assertThat(SECRET.stepOf(SECRET.code(step - 2), now, 0)).isEmpty();
        assertThat(SECRET.stepOf(SECRET.code(step + 2), now, 0)).isEmpty();
    }

    @Test
    void countOnceAndNoneThatIsEarlier() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = TotpSecret.stepAt(now);

        assertThat(SECRET.stepOf(SECRET.code(step), now, step)).isEmpty();
        assertThat(SECRET.stepOf(SECRET.code(step - 1), now, step)).isEmpty();
        assertThat(SECRET.stepOf(SECRET.code(step + 1), now, step)).hasValue(step + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28708", "2870822", "28708x", "٢٨٧٠٨٢", "-28708", "287 82"})
    void areSixDigits(String typed) {
        assertThat(SECRET.stepOf(typed, Instant.ofEpochSecond(59), 0)).isEmpty();
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void comeFromASecretInBase32(String text, String base32) {
        assertThat(Base32.encode(text.getBytes(US_ASCII))).isEqualTo(base32);
        assertThat(Base32.decode(base32)).asString(US_ASCII).isEqualTo(text);
    }

    @Test
    void aSecretIsToldToAnAuthenticatorByAnAddress() {
        assertThat(SECRET.address("The Hot Pot Spot", "vake.cash-1"))
                .isEqualTo("otpauth://totp/The%20Hot%20Pot%20Spot:vake.cash-1"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=The%20Hot%20Pot%20Spot"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(SECRET).hasToString("the secret of an authenticator");
        assertThat(TotpSecret.random()).isNotEqualTo(TotpSecret.random());
        assertThatThrownBy(() -> new TotpSecret("GEZDGNBV")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeToRecoverWithIsReadAsItIsWrittenDown() {
        RecoveryCode code = RecoveryCode.random().getFirst();

        assertThat(RecoveryCode.random()).hasSize(10);
        assertThat(code.written()).matches("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}");
        assertThat(RecoveryCode.typed(" " + code.written().toLowerCase(Locale.ROOT) + " "))
                .contains(code);
        assertThat(RecoveryCode.typed("ABCD")).isEmpty();
        assertThat(RecoveryCode.typed("A".repeat(10_000))).isEmpty();
        assertThat(code.toString()).doesNotContain(code.value());
    }
}
