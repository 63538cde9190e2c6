package com.hotpotspot.standalone;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GivenNamesTest {

    @Test
    void whatTheLocaleCanHoldIsTakenAsItIs() {
        assertThat(GivenNames.fault(UTF_8, Stream.of("/home/caf\u00e9", "what?", "--data", "\u10d7\u10d1")))
                .isEmpty();
        assertThat(GivenNames.fault(US_ASCII, Stream.of("/home/cafe", "$(x)"))).isEmpty();
    }

    @Test
    void whatTheLocaleCannotHoldIsToldInOneLine() {
        assertThat(GivenNames.fault(US_ASCII, Stream.of("/home", "/home/caf??")))
                .contains("/home/caf?? holds letters that cannot be read in this locale (US-ASCII);"
                        + " set LC_ALL=C.UTF-8, or use other names");
        assertThat(GivenNames.fault(UTF_8, Stream.of("caf\uFFFD\nx")))
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("caf\uFFFD?x holds").doesNotContain("\n"));
    }
}
