package com.hotpotspot.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.hotpotspot.events.sale.CheckId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrImageTest {

    private static final int WHITE = 0xffffffff;

    private final ClaimCodes codes = new ClaimCodes(List.of(new byte[32]));

    @Test
    void isReadBackByAScanner() throws IOException, ReaderException {
        String text = qrText(codes, new CheckId("VAKE:0000004711"));

        Result scanned = scan(image(text));

        assertThat(scanned.getText()).isEqualTo(text);
        assertThat(scanned.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @Test
    void fitsThePrinterWithItsQuietZoneForTheLongestCheckIdToo() throws IOException, ReaderException {
        String text = qrText(codes, new CheckId("A".repeat(24) + ':' + "x".repeat(40)));

        BufferedImage image = image(text);

        assertThat(scan(image).getText()).isEqualTo(text);
        assertThat(image.getWidth()).isEqualTo(384);
        assertThat(image.getHeight()).isEqualTo(384);
        int quiet = 4 * 5;
        for (int i = 0; i < image.getWidth(); i++) {
            for (int j = 0; j < quiet; j++) {
                assertThat(image.getRGB(i, j)).isEqualTo(WHITE);
                assertThat(image.getRGB(j, i)).isEqualTo(WHITE);
            }
        }
    }

    @Test
    void ofTooLongATextIsRefusedWithoutTellingTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QrImage.png("x".repeat(3_000)))
                .withMessage("the text of 3000 characters fits no QR code")
                .withNoCause();
    }

    private static BufferedImage image(String text) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(QrImage.png(text)));
    }

    private static Result scan(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))));
    }

    private static String qrText(ClaimCodes codes, CheckId check) {
        return codes.qrText(check, codes.codeOf(check));
    }
}
