package com.hotpotspot.standalone.backup;

import java.util.Objects;

/**
 * One file of a backup.
 *
 * @param path below the backup's directory, with slashes
 * @param bytes its length
 * @param sha256 of its content, in hex
 */
record BackedUpFile(String path, long bytes, String sha256) {

    /** A list that anybody may have changed may lack them. */
    BackedUpFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(sha256);
    }
}
