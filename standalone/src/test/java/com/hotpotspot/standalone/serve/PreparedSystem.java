package com.hotpotspot.standalone.serve;

import com.hotpotspot.standalone.PackagedJar;
import com.hotpotspot.standalone.database.FileTrees;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * What tests of the packaged jar start from whose matter comes after the first start: a copy of the jar, what Java has
 * learnt about it, and the data directory that a first start without demo data has left. Made once for each build, by
 * one start; what that does itself is held by {@link ServeIT}.
 */
public final class PreparedSystem {

    private static final int TERMINATED = 143;
    private static final String PROGRAMS = "postgres-binaries";

    private static final PreparedSystem OF_THIS_BUILD = ofThisBuild();

    private final Path copy;
    private final Path jar;
    private final Path learnt;
    private final Path data;

    private PreparedSystem(Path directory) {
        copy = directory.resolve("copy");
        jar = copy.resolve(PackagedJar.FILE.getFileName());
        learnt = directory.resolve("learnt.jsa");
        data = directory.resolve("data");
    }

    /** Any subcommand, as {@link PackagedJar#process}. */
    static ProcessBuilder process(List<String> java, String... arguments) {
        return PackagedJar.process(OF_THIS_BUILD.jar, OF_THIS_BUILD.quick(java), arguments);
    }

    /** One side by itself; with nothing but {@code options} for settings. */
    public static ProcessBuilder side(String application, Path console, String... options) {
        List<String> command = new ArrayList<>(OF_THIS_BUILD.quick(PackagedJar.SHORT_LIVED));
        command.addAll(List.of("-cp", OF_THIS_BUILD.jar.toString(), application));
        return PackagedJar.side(command, console, options);
    }

    /** Makes a data directory as a first start has left it. The programs are lent, and the port is a free one. */
    static void lendTo(Path target) throws IOException {
        Path programs = OF_THIS_BUILD.data.resolve(PROGRAMS);
        try (Stream<Path> files = Files.walk(OF_THIS_BUILD.data)) {
            for (Path file : files.filter(file -> !file.startsWith(programs)).toList()) {
                Files.copy(
                        file,
                        target.resolve(OF_THIS_BUILD.data.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        Files.createSymbolicLink(target.resolve(PROGRAMS), programs);
    }

    /** What Java cannot use, since a machine is set up in another way, it leaves aside without a word. */
    private List<String> quick(List<String> java) {
        return Stream.concat(java.stream(), Stream.of("-Xlog:disable", "-XX:SharedArchiveFile=" + learnt))
                .toList();
    }

    private static PreparedSystem ofThisBuild() {
        try {
            Path all = Path.of("target", "prepared").toAbsolutePath();
            Path directory = all.resolve(checksum() + "-" + Runtime.version());
            Path done = directory.resolve("done");
            PreparedSystem prepared = new PreparedSystem(directory);
            if (!Files.exists(done)) {
                FileTrees.delete(all);
                Files.createDirectories(directory);
                prepared.make();
                Files.createFile(done);
            }
            return prepared;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String checksum() throws IOException {
        try (InputStream file = Files.newInputStream(PackagedJar.FILE);
                CheckedInputStream content = new CheckedInputStream(file, new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(content.getChecksum().getValue());
        }
    }

    private void make() throws IOException, InterruptedException {
        Process unpacking = PackagedJar.unpacking(copy).start();
        if (!unpacking.waitFor(5, TimeUnit.MINUTES) || unpacking.exitValue() != 0) {
            unpacking.destroyForcibly();
            throw new AssertionError("the jar cannot be unpacked");
        }
        List<String> learning = new ArrayList<>(PackagedJar.SHORT_LIVED);
        learning.add("-XX:ArchiveClassesAtExit=" + learnt);
        try (SystemProcess first = FirstStart.ofACopy(jar, learning, data).awaitReady()) {
            if (first.terminate() != TERMINATED) {
                throw new AssertionError("the first start did not end well: " + first.console());
            }
        }
        FileTrees.delete(data.resolve("logs"));
        Files.delete(data.resolve("postgres.port"));
    }
}
