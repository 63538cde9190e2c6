package com.hotpotspot.qr;

import com.google.zxing.common.BitMatrix;

/**
 * A QR code as a page draws it, in SVG, so that no image is loaded from anywhere.
 *
 * @param size in modules, with the quiet zone
 * @param path of the dark modules, a unit each
 */
public record QrDrawing(int size, String path) {

    /** @throws IllegalArgumentException if {@code text} is too long for a QR code */
    public static QrDrawing of(String text) {
        BitMatrix modules = QrCode.dots(text, 0);
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
}
