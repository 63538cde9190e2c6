package com.hotpotspot.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrDrawingTest {

    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int QUIET_ZONE = 4;

    @ParameterizedTest
    @ValueSource(strings = {"x", "{\"clientId\":\"till-1\",\"clientSecret\":\"a-secret_0123456789\"}", "ხინკალი"})
    void whatIsDrawnIsReadAsWhatItWasMadeOf(String text) throws Exception {
        QrDrawing drawing = QrDrawing.of(text);

        int modules = drawing.size() - 2 * QUIET_ZONE;
        BitMatrix read = new BitMatrix(modules);
        MODULE.matcher(drawing.path())
                .results()
                .forEach(module -> read.set(
                        Integer.parseInt(module.group(1)) - QUIET_ZONE,
                        Integer.parseInt(module.group(2)) - QUIET_ZONE));
        assertThat(new Decoder().decode(read).getText()).isEqualTo(text);
        assertThat(MODULE.matcher(drawing.path()).replaceAll("")).isEmpty();
    }

    @Test
    void aTextThatFitsNoCodeIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrDrawing.of("secret".repeat(1_000)))
                .withMessage("the text of 6000 characters fits no QR code");
    }
}
