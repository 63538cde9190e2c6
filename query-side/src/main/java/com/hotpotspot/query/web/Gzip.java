package com.hotpotspot.query.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/** Answers that are packed beforehand, once for all who take them so. */
public final class Gzip {

    private static final Pattern GIVEN = Pattern.compile(",");
    private static final Pattern GZIP =
            Pattern.compile("\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9][0-9]*))?\\s*", Pattern.CASE_INSENSITIVE);

    private Gzip() {}

    /** Whether a client does. Said plainly; whoever says it in another way gets more bytes. */
    public static boolean isTaken(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
                .flatMap(GIVEN::splitAsStream)
                .anyMatch(GZIP.asMatchPredicate());
    }

    /** @param level how hard to try, as {@link Deflater#setLevel} has it */
    public static byte[] pack(byte[] content, int level) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new Leveled(packed, level)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be written to", e);
        }
        return packed.toByteArray();
    }

    /** For whoever cannot do it themselves. */
    public static byte[] unpack(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("what was packed here cannot be unpacked", e);
        }
    }

    private static final class Leveled extends GZIPOutputStream {

        private Leveled(ByteArrayOutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
