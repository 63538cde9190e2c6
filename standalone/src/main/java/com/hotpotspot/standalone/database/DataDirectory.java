package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the system keeps on disk, in one directory that only its owner can look into. While it is open it is
 * locked by the operating system, so that one process at a time works in it; the lock ends with the process, however it
 * ends.
 */
public final class DataDirectory implements AutoCloseable {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** A directory that only its owner can look into. */
    public static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(OWNER_ONLY);

    /** A file that only its owner can read. */
    public static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The directory of the database itself. */
    public static final String POSTGRES = "postgres";

    /** The file with the passwords of the database's roles. */
    public static final String PASSWORDS = "database.credentials";

    /** The file with the system's keys. */
    public static final String KEYSTORE = "keystore";

    static final String POSTGRES_PORT = "postgres.port";

    private static final String LOCK = "hotpotspot.lock";
    private static final int LONGEST_PROCESS_ID = 20;
    private static final int LONGEST_NAME = 800;
    private static final Pattern UNUSABLE = Pattern.compile("[$`\"\\\\\\p{Cntrl}]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Opens a data directory, and makes it if it is not there.
     *
     * @throws CannotStartException if it cannot be used or is in use; then nothing was made
     */
    public static DataDirectory open(Path requested) {
        if (requested.toString().isEmpty()) {
            throw new CannotStartException("The data directory needs a name");
        }
        Path path = requested.toAbsolutePath().normalize();
        try {
            refuseUnusable(linksResolved(path));
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new CannotStartException("%s is not a directory", path);
            }
            Files.createDirectories(path, PRIVATE_DIRECTORY);
            Path root = path.toRealPath();
            refuseForeign(root);
            Files.setPosixFilePermissions(root, OWNER_ONLY);
            DataDirectory directory = new DataDirectory(root, locked(root));
            Files.createDirectories(directory.logs(), PRIVATE_DIRECTORY);
            return directory;
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot use %s as the data directory", path);
        }
    }

    /**
     * Opens the data directory of a system that was started before.
     *
     * @throws CannotStartException if it is none, cannot be used or is in use
     */
    public static DataDirectory openExisting(Path requested) {
        Path path = requested.toAbsolutePath().normalize();
        if (!Files.exists(path.resolve(LOCK)) || !PostgresCluster.existsAt(path.resolve(POSTGRES))) {
            throw new CannotStartException("%s is no data directory of a system", path);
        }
        return open(requested);
    }

    /** Where it really is, links resolved. */
    public Path root() {
        return root;
    }

    /** Where the log files go. */
    public Path logs() {
        return root.resolve("logs");
    }

    Path postgres() {
        return root.resolve(POSTGRES);
    }

    /** A file of the system's beside the database. */
    public Path file(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot unlock %s", root);
        }
    }

    /** The programs of PostgreSQL pass names on through a shell, and keep them in 1,024 bytes. */
    private static void refuseUnusable(Path path) {
        String name = path.toString();
        if (UNUSABLE.matcher(name).find()) {
            throw new CannotStartException(
                    "%s cannot be the data directory: its whole name may hold no $, `, \", \\ and no control character",
                    CONTROL.matcher(name).replaceAll("?"));
        }
        if (name.getBytes(UTF_8).length > LONGEST_NAME) {
            throw new CannotStartException(
                    "The data directory's whole name is too long, it may have %d bytes: %s", LONGEST_NAME, name);
        }
    }

    /** As it will really be called once what is missing of it was made. */
    private static Path linksResolved(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null || Files.exists(path)) {
            return path.toRealPath();
        }
        return linksResolved(parent).resolve(path.getFileName());
    }

    /** A slip in the option must not turn somebody's home directory into a data directory. */
    private static void refuseForeign(Path root) throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            if (!Files.exists(root.resolve(LOCK)) && entries.findAny().isPresent()) {
                throw new CannotStartException(
                        "%s holds something else; the data directory must be new, empty or made by an earlier start",
                        root);
            }
        }
    }

    private static FileChannel locked(Path root) throws IOException {
        FileChannel channel = FileChannel.open(root.resolve(LOCK), Set.of(CREATE, READ, WRITE), PRIVATE_FILE);
        if (tryLock(channel) == null) {
            try (channel) {
                throw new CannotStartException("%s is in use by another instance (process %s)", root, owner(channel));
            }
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Held by this very process, which is one instance too many all the same.
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(LONGEST_PROCESS_ID);
        channel.read(content, 0);
        return US_ASCII.decode(content.flip()).toString();
    }
}
