package com.hotpotspot.command.receipt;

import com.google.zxing.common.BitMatrix;
import com.hotpotspot.qr.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** QR images as receipt printers take them. */
public final class QrImage {

    /** Printers for paper of 58 mm print 48 mm at 8 dots a millimetre. */
    public static final int DOTS = 384;

    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xffffff;

    private QrImage() {}

    /**
     * A QR code with error correction M and its quiet zone: a PNG in black and white, {@value #DOTS} dots square.
     *
     * @throws IllegalArgumentException if {@code text} is empty or too long for a QR code
     */
    public static byte[] png(String text) {
        BitMatrix dots = QrCode.dots(text, DOTS);
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
}
