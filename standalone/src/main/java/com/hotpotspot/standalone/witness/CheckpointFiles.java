package com.hotpotspot.standalone.witness;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.verifier.checkpoint.SignedCheckpoint;
import com.hotpotspot.verifier.format.FormatException;
import com.hotpotspot.verifier.merkle.Hash;
import com.hotpotspot.verifier.witness.WitnessStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** One file for each log, replaced as a whole: after a crash there is the old checkpoint or the new one. */
final class CheckpointFiles implements WitnessStore {

    private final Path directory;

    /** @param directory is there, and nobody else writes to it */
    CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<SignedCheckpoint> latest(String origin) throws IOException {
        Path file = file(origin);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SignedCheckpoint.parse(Files.readAllBytes(file)));
        } catch (FormatException e) {
            throw new IOException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void keep(SignedCheckpoint checkpoint) throws IOException {
        Path file = file(checkpoint.checkpoint().origin());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(draft, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(checkpoint.bytes());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel entries = FileChannel.open(directory, READ)) {
            entries.force(true);
        }
    }

    /** An origin may have any characters, and a file name may not. */
    private Path file(String origin) {
        return directory.resolve(
                Hash.sha256(origin.getBytes(StandardCharsets.UTF_8)).hex() + ".checkpoint");
    }
}
