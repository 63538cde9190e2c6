package com.hotpotspot.standalone.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process takes up.
 *
 * @param heap bytes that are in use after a collection
 * @param openFiles connections among them
 * @param files those that it keeps beside its database and its log, and the temporary ones of both
 * @param logBytes how large its log has become
 */
record Vitals(long heap, long openFiles, Set<String> files, long logBytes) {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+([0-9]+)\\s+([0-9]+)");

    /**
     * @param data its data directory
     * @param temporary where it puts what is temporary
     */
    static Vitals of(long process, Path data, Path temporary) throws IOException, InterruptedException {
        Set<String> files = new TreeSet<>();
        walk(data)
                .filter(file -> !isOfDatabase(data, file) && !isLog(file))
                .forEach(file -> files.add(file.toString()));
        walk(temporary).forEach(file -> files.add(file.toString()));
        long log = 0;
        for (Path file : walk(data.resolve("logs")).toList()) {
            log += Files.size(file);
        }
        return new Vitals(heap(process), openFiles(process), files, log);
    }

    /** A histogram counts what is alive only, and collects the rest first. */
    private static long heap(long process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        jcmd.waitFor();
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new AssertionError("jcmd told: " + histogram.lines().limit(5).toList());
        }
        return Long.parseLong(total.group(2));
    }

    private static long openFiles(long process) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return open.count();
        }
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return walk(directory); // a file that has just gone
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfDatabase(Path data, Path file) {
        return file.startsWith(data.resolve("postgres")) && !file.toString().contains("pgsql_tmp");
    }

    private static boolean isLog(Path file) {
        int names = file.getNameCount();
        return names > 1 && file.getName(names - 2).toString().equals("logs");
    }
}
