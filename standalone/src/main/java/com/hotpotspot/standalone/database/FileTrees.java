package com.hotpotspot.standalone.database;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** Whole trees of files: unpacked and deleted. */
public final class FileTrees {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_PROGRAM =
            PosixFilePermissions.asFileAttribute(DataDirectory.OWNER_ONLY);

    private FileTrees() {}

    /** Writes the files of an archive below {@code target}, readable by their owner only, and on disk at the end. */
    static void unpackTarXz(InputStream archive, Path target) throws IOException {
        // Brought to the disk one by one as they are written, a thousand files would take three times as long.
        for (Path file : writeTarXz(archive, target)) {
            try (FileChannel channel = FileChannel.open(file, WRITE)) {
                channel.force(false);
            }
        }
    }

    private static List<Path> writeTarXz(InputStream archive, Path target) throws IOException {
        List<Path> files = new ArrayList<>();
        try (TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive reaches out of its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path, DataDirectory.PRIVATE_DIRECTORY);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent(), DataDirectory.PRIVATE_DIRECTORY);
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent(), DataDirectory.PRIVATE_DIRECTORY);
                    try (FileChannel file = FileChannel.open(path, Set.of(CREATE_NEW, WRITE), PRIVATE_PROGRAM)) {
                        entries.transferTo(Channels.newOutputStream(file));
                    }
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** Deletes a file or a directory with all that is in it, if it is there. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
