package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.exposure.UnsafeExposureException;
import org.junit.jupiter.api.Test;

/** Where the command side starts, and where it does not. */
class ExposureCheckTest {

    @Test
    void onAnotherAddressThanLoopbackItDoesNotStartInPlainText() {
        assertThatThrownBy(() -> new RunningCommandSide("--server.address=0.0.0.0").close())
                .rootCause()
                .isInstanceOf(UnsafeExposureException.class);
    }
}
