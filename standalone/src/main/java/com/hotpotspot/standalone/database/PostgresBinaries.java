package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.hotpotspot.tlog.merkle.Hash;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server's programs, unpacked from the jar once for each version of them. */
final class PostgresBinaries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresBinaries.class);

    /** Of the SHA-256 of the archive; enough to tell versions apart. */
    private static final int NAME_LENGTH = 16;

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** What a program answered: its exit code and all that it printed. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /**
     * Unpacks the programs below {@code parent} if they are not there.
     *
     * @throws CannotStartException if the jar has none for this machine or they cannot be unpacked
     */
    static PostgresBinaries below(Path parent) {
        try {
            byte[] archive = archive();
            Path home = parent.resolve(version(archive));
            Path contents = parent.resolve(version(archive) + ".contents");
            if (!Contents.areAll(contents, home)) {
                LOG.info("Unpacking PostgreSQL to {}", home);
                Files.deleteIfExists(contents);
                FileTrees.delete(home);
                // Only the finished directory gets the name that is looked for.
                Path draft = parent.resolve(version(archive) + ".new");
                FileTrees.delete(draft);
                Files.createDirectories(draft, DataDirectory.PRIVATE_DIRECTORY);
                FileTrees.unpackTarXz(new ByteArrayInputStream(archive), draft);
                Files.move(draft, home, ATOMIC_MOVE);
                Contents.write(contents, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot unpack PostgreSQL");
        }
    }

    /**
     * Runs one of the programs to its end.
     *
     * @throws CannotStartException if it cannot be run or does not end within {@code limit}
     */
    Outcome run(Duration limit, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it runs as nobody.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new CannotStartException("%s did not end within %d s", program, limit.toSeconds());
            }
            // They print a few lines, far less than fits into the pipe that was not read until now.
            String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            LOG.info("{} {} ended with {}: {}", program, arguments, process.exitValue(), output);
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot run %s", program);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStartException(e, "Interrupted while %s was running", program);
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        String machine = System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new CannotStartException(e, "This build has no PostgreSQL for %s on %s", system, machine);
        }
    }

    private static String version(byte[] archive) {
        return Hash.sha256(archive).hex().substring(0, NAME_LENGTH);
    }
}
