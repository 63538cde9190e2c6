package com.hotpotspot.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;

class OwnProcessTest {

    @Test
    void whyASideDoesNotStartIsSaidByWhatIsInnermost() {
        assertThat(OwnProcess.reason(new IllegalStateException(
                        "no context", new IllegalArgumentException("no bean", new IllegalStateException("no key")))))
                .isEqualTo("no key");
    }

    @Test
    void aSocketDoesNotSayWhere() {
        assertThat(OwnProcess.reason(new IllegalStateException(
                        "no context",
                        new IllegalStateException("Port 8080 is in use", new BindException("Address in use")))))
                .isEqualTo("Port 8080 is in use");
    }

    @Test
    void aValueThatCannotBeReadIsToldWithItsSetting() {
        assertThat(OwnProcess.reason(new IllegalStateException(
                        "no context",
                        new IllegalStateException(
                                "Failed to bind properties under 'hotpotspot.due.every' to java.time.Duration",
                                new IllegalArgumentException("'soon' is not a valid duration")))))
                .isEqualTo("Failed to bind properties under 'hotpotspot.due.every' to java.time.Duration:"
                        + " 'soon' is not a valid duration");
    }

    @Test
    void itIsOneLineWhateverItHolds() {
        assertThat(OwnProcess.reason(new IllegalStateException("one\n  two\u001b[31m")))
                .isEqualTo("one two?[31m");
        assertThat(OwnProcess.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
