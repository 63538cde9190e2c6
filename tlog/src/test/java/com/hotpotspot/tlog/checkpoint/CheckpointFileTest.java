package com.hotpotspot.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a checkpoint is the whole of it, or is seen to be damaged. */
class CheckpointFileTest {

    private static final NoteSigner LOG = NoteSigner.ofLog(new KeyName("log.example/audit"), new byte[32]);

    @TempDir
    private Path directory;

    @Test
    void holdsTheLastOneThatWasPutThere() throws IOException {
        CheckpointFile file = new CheckpointFile(directory.resolve("last"));
        assertThat(file.read()).isEmpty();

        file.replace(checkpoint(1));
        file.replace(checkpoint(2));

        assertThat(new CheckpointFile(directory.resolve("last")).read()).contains(checkpoint(2));
        assertThat(directory).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDraftThatACrashLeftBehindIsInNobodysWay() throws IOException {
        CheckpointFile file = new CheckpointFile(directory.resolve("last"));
        file.replace(checkpoint(1));
        Files.writeString(directory.resolve("last.new"), "half a che");

        assertThat(file.read()).contains(checkpoint(1));
        file.replace(checkpoint(2));
        assertThat(file.read()).contains(checkpoint(2));
    }

    @Test
    void whatWasCutAtAnyPlaceIsNotTakenForACheckpoint() throws IOException {
        Path path = directory.resolve("last");
        byte[] whole = checkpoint(7).bytes();
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));

            assertThatExceptionOfType(FormatException.class).isThrownBy(() -> new CheckpointFile(path).read());
        }
    }

    @Test
    void aDirectoryThatIsNotThereIsNotMade() {
        CheckpointFile file = new CheckpointFile(directory.resolve("not-mounted/last"));

        assertThatIOException().isThrownBy(() -> file.replace(checkpoint(1)));

        assertThat(directory.resolve("not-mounted")).doesNotExist();
    }

    private static SignedCheckpoint checkpoint(long size) {
        return SignedCheckpoint.by(LOG, new Checkpoint("log.example/audit", size, Hash.ofLeaf(new byte[0])));
    }
}
