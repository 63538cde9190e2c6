package com.hotpotspot.verifier.check;

import com.hotpotspot.tlog.format.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that somebody named; whether it is there, and what it holds, is not known. */
record GivenFile(Path path) {

    /**
     * Reads the whole file.
     *
     * @param longest in bytes; of what is longer no more is read than shows that
     * @throws UnusableException if it cannot be read, or is not in that format
     */
    <T> T read(int longest, Format<T> format) {
        try (InputStream in = Files.newInputStream(path)) {
            // One byte more, so that what is too long is seen to be.
            return format.parse(in.readNBytes(longest + 1));
        } catch (FormatException e) {
            throw new UnusableException("%s cannot be used: %s.".formatted(path, e.getMessage()), e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    UnusableException unreadable(IOException e) {
        String reason = e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
        return new UnusableException("%s cannot be read: %s.".formatted(path, reason), e);
    }

    @FunctionalInterface
    interface Format<T> {

        /** @throws FormatException if the bytes are something else */
        T parse(byte[] bytes);
    }
}
