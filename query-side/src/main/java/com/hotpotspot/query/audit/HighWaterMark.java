package com.hotpotspot.query.audit;

import com.hotpotspot.tlog.checkpoint.CheckpointFile;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.format.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last checkpoint that this process has signed, in a file outside of the database: who puts an older copy of the
 * database back does not put back what was given out. It is written before the checkpoint can be seen by anybody. For
 * one thread at a time.
 */
final class HighWaterMark {

    private static final Logger LOG = LoggerFactory.getLogger(HighWaterMark.class);

    private final CheckpointFile file;

    HighWaterMark(Path path) {
        this.file = new CheckpointFile(path.toAbsolutePath().normalize());
    }

    /**
     * What it holds; empty where there is no file.
     *
     * @throws BrokenLogException if there is one that is no checkpoint, or cannot be read: what it was to keep is lost
     */
    Optional<SignedCheckpoint> read() {
        try {
            return file.read();
        } catch (FormatException e) {
            throw new BrokenLogException(
                    this + " is damaged, and nobody knows what it held: " + e.getMessage()
                            + ". Put it back from a copy; or delete it, if the checkpoint that was given out last is in the log.",
                    e);
        } catch (IOException e) {
            throw new BrokenLogException(this + " cannot be read: " + reason(e) + ". See to it that it can.", e);
        }
    }

    /**
     * Keeps a checkpoint that is about to be published.
     *
     * @throws BrokenLogException if it is not sure that it outlives a crash; then it must not be published
     */
    void keep(SignedCheckpoint checkpoint) {
        try {
            file.replace(checkpoint);
        } catch (IOException e) {
            throw new BrokenLogException(
                    this + " cannot be written: " + reason(e)
                            + ". Make room for it, or name another place with hotpotspot.audit.high-water-mark; sealing goes on by itself.",
                    e);
        }
    }

    /** Says that a log goes on without one that it should have had. */
    void warnMissing(long size) {
        LOG.warn(
                "{} is missing, though {} events are sealed. It is made anew; if the database was put back from an older copy, only witnesses and peers can tell.",
                this,
                size);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + " " + message;
    }

    /** As the beginning of a sentence. */
    @Override
    public String toString() {
        return "The high-water mark " + file.path();
    }
}
