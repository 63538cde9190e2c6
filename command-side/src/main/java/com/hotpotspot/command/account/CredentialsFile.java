package com.hotpotspot.command.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.events.account.AccountId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with an account's id and secret, {@code {"clientId":…,"clientSecret":…}}, readable by its owner only. */
final class CredentialsFile {

    private final Path path;
    private final Path prepared;

    CredentialsFile(Path path) {
        this.path = path;
        this.prepared = path.resolveSibling(path.getFileName() + ".prepared");
    }

    /** Writes the content under another name, so that it is safe on the disk before it counts. */
    void prepare(AccountId account, ClientSecret secret) throws IOException {
        Files.deleteIfExists(prepared);
        String content = "{\"clientId\":\"%s\",\"clientSecret\":\"%s\"}\n".formatted(account, secret.value());
        try (FileChannel file = FileChannel.open(
                prepared,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
    }

    /** Gives it its name, now that what it says is true. */
    void publish() throws IOException {
        Files.move(prepared, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Throws away what did not become true. */
    void discard() throws IOException {
        Files.deleteIfExists(prepared);
    }

    void finishWhatACrashLeft() throws IOException {
        if (Files.exists(prepared) && Files.notExists(path)) {
            publish();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
