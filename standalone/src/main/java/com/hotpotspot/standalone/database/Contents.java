package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a tree of files held when it was written: each name with its length and a checksum. It finds what a crash, a
 * full disk or a slip has damaged; against malice it is of no use.
 */
final class Contents {

    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private Contents() {}

    /** Whether a tree holds what was written down, and that was written down at all. */
    static boolean areAll(Path list, Path tree) {
        try {
            return Files.isDirectory(tree)
                    && Files.exists(list)
                    && Files.readAllLines(list, ISO_8859_1).equals(of(tree));
        } catch (IOException e) {
            LOG.warn("{} cannot be compared with {}", tree, list, e);
            return false;
        }
    }

    static void write(Path list, Path tree) throws IOException {
        Files.write(list, of(tree), ISO_8859_1);
    }

    private static List<String> of(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(tree)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        return files.stream().map(file -> line(tree, file)).toList();
    }

    private static String line(Path tree, Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            return "unreadable " + tree.relativize(file);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return Long.toHexString(checksum.getValue()) + ' ' + content.length + ' ' + tree.relativize(file);
    }
}
