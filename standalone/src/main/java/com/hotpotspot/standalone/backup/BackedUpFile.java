package com.hotpotspot.standalone.backup;

/**
 * One file of a backup.
 *
 * @param path below the backup's directory, with slashes
 * @param bytes its length
 * @param sha256 of its content, in hex
 */
record BackedUpFile(String path, long bytes, String sha256) {}
