package com.hotpotspot.house.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the repository as they lie there, without what a build or a run makes of them. */
final class Repository {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> MADE = Set.of("target", "data", "node_modules");

    private final Path root;
    private final Set<String> files = new TreeSet<>();
    private final List<JavaSource> sources;

    Repository(Path root) {
        this.root = root;
        collect();
        sources = JavaSource.parse(
                root, files.stream().filter(each -> each.endsWith(".java")).toList());
    }

    /** The one that the working directory is in; read once. */
    static Repository here() {
        return Here.REPOSITORY;
    }

    private static Repository around() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, Objects::nonNull, Path::getParent)
                .filter(each -> Files.exists(each.resolve("mvnw")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new IllegalStateException("not within the repository: " + start));
    }

    private void collect() {
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    String name = directory.getFileName().toString();
                    boolean ours = directory.equals(root) || name.equals(".ci") || !name.startsWith(".");
                    return ours && !MADE.contains(name) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(root.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** Paths from the root, sorted. */
    Set<String> files() {
        return files;
    }

    /** Whether there is a file or a directory at a path from the root. */
    boolean has(String path) {
        return Files.exists(root.resolve(path).normalize());
    }

    String read(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JavaSource> sources() {
        return sources;
    }

    /** In the order in which they are built, without those of a profile. */
    List<String> modules() {
        return MODULE.matcher(read("pom.xml").replaceFirst("(?s)<profiles>.*", ""))
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private static final class Here {
        private static final Repository REPOSITORY = around();
    }
}
