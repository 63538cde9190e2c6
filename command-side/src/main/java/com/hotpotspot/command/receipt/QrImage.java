package com.hotpotspot.command.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** QR images as receipt printers take them. */
public final class QrImage {

    /** Printers for paper of 58 mm print 48 mm at 8 dots a millimetre. */
    public static final int DOTS = 384;

    /** What ISO/IEC 18004 asks for around the code, in modules. */
    private static final int QUIET_ZONE = 4;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private QrImage() {}

    /**
     * A QR code with error correction M and its quiet zone: a PNG in black and white, {@value #DOTS} dots square.
     *
     * @throws IllegalArgumentException if {@code text} is empty or too long for a QR code
     */
    public static byte[] png(String text) {
        BitMatrix dots = dots(text);
        BufferedImage image = new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                image.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        // Left alone, ImageIO would pass the image through a file in the temporary directory.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory refuses to be written", e);
        }
        return png.toByteArray();
    }

    private static BitMatrix dots(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, DOTS, DOTS, hints);
        } catch (WriterException e) {
            // Without the text, which may hold a claim code.
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "the text of %d characters fits no QR code", text.length()));
        }
    }
}
