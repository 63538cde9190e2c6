package com.hotpotspot.standalone.witness;

import com.hotpotspot.tlog.checkpoint.CheckpointFile;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.witness.Witness;
import com.hotpotspot.tlog.witness.WitnessStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** One file for each log. */
final class CheckpointFiles implements WitnessStore {

    private final Path directory;

    /** @param directory is there, and nobody else writes to it */
    CheckpointFiles(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<SignedCheckpoint> latest(String origin) throws IOException {
        CheckpointFile file = file(origin);
        try {
            return file.read();
        } catch (FormatException e) {
            throw new IOException(file.path() + " is damaged: " + e.getMessage(), e);
        }
    }

    @Override
    public void keep(SignedCheckpoint checkpoint) throws IOException {
        file(checkpoint.checkpoint().origin()).replace(checkpoint);
    }

    /** An origin may have any characters, and a file name may not. */
    private CheckpointFile file(String origin) {
        return new CheckpointFile(directory.resolve(Witness.nameOf(origin) + ".checkpoint"));
    }
}
