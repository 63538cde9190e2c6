package com.hotpotspot.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as a page draws it, in SVG, so that no image is loaded from anywhere.
 *
 * @param size in modules, with the quiet zone
 * @param path of the dark modules, a unit each
 */
public record QrDrawing(int size, String path) {

    /** What ISO/IEC 18004 asks for around the code, in modules. */
    private static final int QUIET_ZONE = 4;

    /** @throws IllegalArgumentException if {@code text} is too long for a QR code */
    public static QrDrawing of(String text) {
        BitMatrix modules = modules(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrDrawing(modules.getWidth(), path.toString());
    }

    private static BitMatrix modules(String text) {
        Map<EncodeHintType, Object> hints = Map.of(
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M,
                EncodeHintType.MARGIN,
                QUIET_ZONE,
                EncodeHintType.CHARACTER_SET,
                "UTF-8");
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            // Without the text, which holds a secret.
            throw new IllegalArgumentException("the text of %s characters fits no QR code".formatted(text.length()));
        }
    }
}
