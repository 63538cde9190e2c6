package com.hotpotspot.keystore;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.hotpotspot.keystore.KeystoreException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A file of which nobody but its owner may know the content, and which is always whole: the old one or the new one. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** The operating system keeps processes apart, this keeps the threads of one apart. */
    private static final ReentrantLock WRITERS = new ReentrantLock();

    private final Path path;
    private final String kind;

    private PrivateFile(Path path, String kind) {
        this.path = path;
        this.kind = kind;
    }

    /** @param kind what to call it in front of an operator */
    static PrivateFile named(Path path, String kind) {
        return new PrivateFile(real(path.toAbsolutePath().normalize()), kind);
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws KeystoreException if it is missing, open to others, larger than {@code mostBytes} or unreadable */
    byte[] read(int mostBytes) {
        try {
            if (isPosix() && !OWNER_ONLY.containsAll(withoutExecution(Files.getPosixFilePermissions(path)))) {
                throw new KeystoreException(
                        Reason.OPEN_TO_OTHERS,
                        "Others may read or write the %s %s; forbid that with: chmod 600 %s"
                                .formatted(kind, path, path));
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] content = in.readNBytes(mostBytes + 1);
                if (content.length > mostBytes) {
                    throw new KeystoreException(Reason.DAMAGED, "%s is too large to be a %s".formatted(path, kind));
                }
                return content;
            }
        } catch (NoSuchFileException e) {
            throw new KeystoreException(Reason.MISSING, "There is no %s %s".formatted(kind, path));
        } catch (IOException e) {
            throw notAccessible("read", e);
        }
    }

    /** Replaces the content, and has it on the disk before it returns. */
    void replace(byte[] content) {
        draft(content);
        publish();
    }

    /** Writes the new content beside the file. A draft that a crash left there is of no use to anybody. */
    void draft(byte[] content) {
        try {
            Files.deleteIfExists(beside(".new"));
            try (FileChannel channel = FileChannel.open(beside(".new"), Set.of(CREATE_NEW, WRITE), ownerOnly())) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw notAccessible("write", e);
        }
    }

    /** Puts the draft in the file's place. */
    void publish() {
        try {
            Files.move(beside(".new"), path, ATOMIC_MOVE);
            if (isPosix()) {
                // The name is on the disk when the directory is.
                try (FileChannel directory = FileChannel.open(directory(), READ)) {
                    directory.force(true);
                }
            }
        } catch (IOException e) {
            throw notAccessible("write", e);
        }
    }

    /** Runs something while no other thread and no other process does. The lock ends with the process. */
    <T> T locked(Supplier<T> work) {
        WRITERS.lock();
        try (FileChannel channel = FileChannel.open(beside(".lock"), Set.of(CREATE, WRITE), ownerOnly())) {
            channel.lock();
            return work.get();
        } catch (IOException e) {
            throw notAccessible("lock", e);
        } finally {
            WRITERS.unlock();
        }
    }

    private Path beside(String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }

    private Path directory() {
        Path parent = path.getParent();
        if (parent == null) {
            throw new KeystoreException(Reason.NOT_ACCESSIBLE, "%s is not a file".formatted(path));
        }
        return parent;
    }

    private KeystoreException notAccessible(String what, IOException cause) {
        String why = cause instanceof NoSuchFileException missing
                ? missing.getFile() + " is missing"
                : cause.getClass().getSimpleName() + " " + cause.getMessage();
        return new KeystoreException(
                Reason.NOT_ACCESSIBLE, "Cannot %s the %s %s: %s".formatted(what, kind, path, why), cause);
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] ownerOnly() {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static Set<PosixFilePermission> withoutExecution(Set<PosixFilePermission> permissions) {
        Set<PosixFilePermission> rest = EnumSet.noneOf(PosixFilePermission.class);
        rest.addAll(permissions);
        rest.remove(PosixFilePermission.OWNER_EXECUTE);
        return rest;
    }

    /** A link keeps pointing at the file that it points at; the file is what is replaced. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // Not there yet, or not to be looked at; whoever reads or writes it says so.
            return path;
        }
    }
}
