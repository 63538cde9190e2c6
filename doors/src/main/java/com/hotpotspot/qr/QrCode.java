package com.hotpotspot.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** QR codes (ISO/IEC 18004) with error correction M and their quiet zone. */
public final class QrCode {

    /** What ISO/IEC 18004 asks for around the code, in modules. */
    private static final int QUIET_ZONE = 4;

    private QrCode() {}

    /**
     * What is dark of a code.
     *
     * @param size of each side in dots, the largest multiple of a module in the middle of it; 0 for a dot a module
     * @throws IllegalArgumentException if {@code text} is empty or too long for a QR code
     */
    public static BitMatrix dots(String text, int size) {
        Map<EncodeHintType, Object> hints = new HashMap<>();
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, QUIET_ZONE);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            // Said only where it matters, since not every scanner understands it.
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, size, size, hints);
        } catch (WriterException e) {
            // Without the text, which may hold a secret or a claim code.
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the text of %d characters fits no QR code", text.length()));
        }
    }
}
