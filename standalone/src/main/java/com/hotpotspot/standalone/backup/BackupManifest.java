package com.hotpotspot.standalone.backup;

import com.hotpotspot.standalone.database.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format of the backup; this build knows {@value #FORMAT}
 * @param madeAt when, as ISO 8601
 * @param events how many events the log had at least
 * @param checkpoint the last signed checkpoint of the log, as it was signed; null if there was none
 * @param directories all of them, each after the one that it is in
 * @param files all but this list itself
 */
record BackupManifest(
        int format,
        String madeAt,
        long events,
        @Nullable String checkpoint,
        List<String> directories,
        List<BackedUpFile> files) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** It never takes back what it took, so that no depth is too deep for the stack. */
    private static final Pattern BELOW = Pattern.compile("[A-Za-z0-9_.-]++(/[A-Za-z0-9_.-]++)*+");

    BackupManifest {
        Objects.requireNonNull(madeAt);
        directories = List.copyOf(directories);
        files = List.copyOf(files);
    }

    /** @throws CannotStartException if it is not there or not whole */
    static BackupManifest of(Path backup) {
        Path file = backup.resolve(NAME);
        if (!Files.isDirectory(backup)) {
            throw new CannotStartException("%s is no backup: there is no such directory", backup);
        }
        if (!Files.isRegularFile(file)) {
            throw new CannotStartException("%s is no backup: it has no %s", backup, NAME);
        }
        BackupManifest manifest;
        try {
            manifest = JSON.readValue(Files.readAllBytes(file), BackupManifest.class);
        } catch (JacksonException | NullPointerException e) {
            throw new CannotStartException("%s is damaged; take another backup", file);
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot read %s", file);
        }
        if (manifest.format != FORMAT) {
            throw new CannotStartException(
                    "The backup %s is of format %d; this build knows format %d", backup, manifest.format, FORMAT);
        }
        if (!manifest.staysBelow()) {
            throw new CannotStartException("%s is damaged; take another backup", file);
        }
        return manifest;
    }

    /** Names come from a file that anybody may have changed. */
    private boolean staysBelow() {
        Set<String> names = new HashSet<>();
        return directories.stream().allMatch(BackupManifest::isBelow)
                && files.stream().allMatch(file -> isBelow(file.path()) && names.add(file.path()));
    }

    private static boolean isBelow(String name) {
        return BELOW.matcher(name).matches() && !List.of(name.split("/")).contains("..");
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }
}
