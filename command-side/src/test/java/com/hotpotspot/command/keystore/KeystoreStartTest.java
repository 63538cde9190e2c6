package com.hotpotspot.command.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreNotOpenException;
import com.hotpotspot.keystore.SecretName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the command side does about its keystore at start. */
@ExtendWith(OutputCaptureExtension.class)
class KeystoreStartTest {

    @Test
    void opensItAndMakesCodesWithItsSecret() {
        try (RunningCommandSide side = new RunningCommandSide()) {
            CheckId check = new CheckId("VAKE:0000004711");
            Keystore keystore = side.context().getBean(Keystore.class);
            String code = side.context().getBean(ClaimCodes.class).codeOf(check).reveal();

            assertThat(keystore.secret(SecretName.CLAIM_CODES)).isPresent();
            assertThat(ClaimCodes.of(keystore).matches(check, code)).isTrue();
        }
    }

    @Test
    void saysInOneLineWhichCommandMakesAMissingOne(CapturedOutput output) {
        assertThatThrownBy(() -> new RunningCommandSide("--hotpotspot.keystore.file=/nowhere/keystore").close())
                .hasRootCauseInstanceOf(KeystoreNotOpenException.class);

        assertThat(output.toString().lines().map(String::strip))
                .contains("There is no keystore /nowhere/keystore; put it back from a backup,"
                        + " or make one with: hotpotspot keystore create --file /nowhere/keystore");
    }
}
