package com.hotpotspot.standalone.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.standalone.database.DataDirectory;
import com.hotpotspot.tlog.merkle.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files that are written below one directory, readable by their owner only, and what was written. */
final class CopiedFiles {

    private static final int CHUNK = 1 << 16;

    private final Path target;
    private final List<BackedUpFile> files = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();

    CopiedFiles(Path target) {
        this.target = target;
    }

    /** What was written, in this order. */
    List<BackedUpFile> files() {
        return List.copyOf(files);
    }

    /** Directories that were made, each after the one that it is in. */
    List<String> directories() {
        return List.copyOf(directories);
    }

    void makeDirectory(String name) throws IOException {
        Files.createDirectories(target.resolve(name), DataDirectory.PRIVATE_DIRECTORY);
        directories.add(name);
    }

    /** Copies a file as it is while it is read. */
    BackedUpFile copy(Path source, String name) throws IOException {
        try (InputStream content = Files.newInputStream(source)) {
            return write(content, name);
        }
    }

    void write(byte[] content, String name) throws IOException {
        write(new ByteArrayInputStream(content), name);
    }

    private BackedUpFile write(InputStream content, String name) throws IOException {
        MessageDigest sha256 = Hash.digest();
        long length = 0;
        DigestInputStream digested = new DigestInputStream(content, sha256);
        try (FileChannel file =
                FileChannel.open(target.resolve(name), Set.of(CREATE_NEW, WRITE), DataDirectory.PRIVATE_FILE)) {
            for (byte[] chunk = digested.readNBytes(CHUNK); chunk.length > 0; chunk = digested.readNBytes(CHUNK)) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk);
                while (bytes.hasRemaining()) {
                    length += file.write(bytes);
                }
            }
        }
        BackedUpFile written =
                new BackedUpFile(name, length, Hash.of(sha256.digest()).hex());
        files.add(written);
        return written;
    }

    /** Has all of it on the disk before it returns. */
    void force() throws IOException {
        for (BackedUpFile file : files) {
            try (FileChannel channel = FileChannel.open(target.resolve(file.path()), WRITE)) {
                channel.force(true);
            }
        }
    }
}
