package com.hotpotspot.command.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may choose as a password. */
class PasswordTest {

    private static final Set<String> NAMES = Set.of("nino.beridze", "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "three old spoons",
                "სამი ძველი კოვზი",
                "три старые ложки",
                "🍲🍲🍲🍲🍲🍲🍲🍲🍲🍲🍲🍲",
                "            x"
            })
    void isOfTwelveCharactersOrMoreOfAnyScript(String typed) {
        assertThat(Password.faultOf(typed, NAMES)).isEmpty();
        assertThat(Password.typed(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevensigns", "🍲🍲🍲🍲🍲🍲"})
    void isNotShorter(String typed) {
        assertThat(Password.faultOf(typed, NAMES)).contains(PasswordFault.TOO_SHORT);
        assertThat(Password.typed(typed)).isEmpty();
    }

    @Test
    void isOf128CharactersAtMost() {
        assertThat(Password.faultOf("🍲".repeat(128), NAMES)).isEmpty();
        assertThat(Password.faultOf("x".repeat(129), NAMES)).contains(PasswordFault.TOO_LONG);
        assertThat(Password.faultOf("x".repeat(1_000_000), NAMES)).contains(PasswordFault.TOO_LONG);
        assertThat(Password.typed("x".repeat(129))).isEmpty();
        assertThat(Password.typed("x".repeat(1_000_000))).isEmpty();
    }

    /** A Mac and a phone may send the same letter in two ways. */
    @Test
    void isTheSameFromWhateverKeyboard() {
        assertThat(Password.typed("ко\u0438\u0306ка у дома")).isEqualTo(Password.typed("ко\u0439ка у дома"));
        assertThat(Password.faultOf("\u0438\u0306".repeat(128), NAMES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nino.beridze", "Nino.Beridze", "3F0C5A6E-9d1b-4c58-8f5e-2a7b6c1d0e94"})
    void isNotTheName(String typed) {
        assertThat(Password.faultOf(typed, NAMES)).contains(PasswordFault.IS_THE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password1234", "PASSWORD1234", "qwertyuiop12", "йцукен123456", "საქართველო123"})
    void isNoneOfTheCommonest(String typed) {
        assertThat(Password.faultOf(typed, NAMES)).contains(PasswordFault.IS_COMMON);
    }

    @Test
    void isNeverTold() {
        assertThat(Password.typed("three old spoons").orElseThrow()).hasToString("a password");
    }
}
