package com.hotpotspot.tlog.checkpoint;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * One checkpoint in a file of its own, which is replaced as a whole: after a crash there is the old one or the new one.
 * Nobody else writes to it.
 *
 * @param path of the file; its directory must be there
 */
public record CheckpointFile(Path path) {

    /**
     * What it holds; empty if there is no such file.
     *
     * @throws FormatException if it holds anything else than a checkpoint, nothing included
     * @throws IOException if it cannot be read
     */
    public Optional<SignedCheckpoint> read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Optional.of(SignedCheckpoint.parse(in.readNBytes(SignedNote.LONGEST + 1)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Puts a checkpoint in place of the last one. When this returns it outlives a crash.
     *
     * @throws IOException if that is not sure
     */
    public void replace(SignedCheckpoint checkpoint) throws IOException {
        Path file = path.toAbsolutePath();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The name is on the disk when the directory is.
        try (FileChannel entries = FileChannel.open(file.resolveSibling("."), READ)) {
            entries.force(true);
        }
    }
}
