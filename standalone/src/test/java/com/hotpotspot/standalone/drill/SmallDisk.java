package com.hotpotspot.standalone.drill;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory, whose size is what the drill wants it to be. Mounting one takes root. */
final class SmallDisk implements AutoCloseable {

    private static final long PLENTY = 2_000_000_000;
    private static final long A_LITTLE = 10_000;
    private static final int TRIES = 20;
    private static final long LIMIT_SECONDS = 30;

    private final Path at;

    private SmallDisk(Path at) {
        this.at = at;
    }

    /** This machine, or this user, cannot mount. */
    static final class CannotMountException extends Exception {

        private static final long serialVersionUID = 1L;

        CannotMountException(String reason) {
            super(reason);
        }
    }

    /** Mounts one with plenty of space at an empty directory. */
    static SmallDisk mount(Path at) throws IOException, CannotMountException {
        Files.createDirectories(at);
        String complaint = run("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + PLENTY, "drill", at.toString());
        if (!complaint.isEmpty()) {
            throw new CannotMountException(complaint);
        }
        return new SmallDisk(at);
    }

    Path path() {
        return at;
    }

    /** Leaves no more space than this, or a little more if somebody keeps taking what is to be left. */
    void leave(long bytes) throws IOException {
        FileStore store = Files.getFileStore(at);
        String complaint = "";
        for (int i = 0; i < TRIES; i++) {
            // It cannot be made smaller than what is taken by then.
            complaint = resized(store.getTotalSpace() - store.getUsableSpace() + bytes + i * A_LITTLE);
            if (complaint.isEmpty()) {
                return;
            }
        }
        throw new IOException(complaint);
    }

    void makeSpace() throws IOException {
        String complaint = resized(PLENTY);
        if (!complaint.isEmpty()) {
            throw new IOException(complaint);
        }
    }

    @Override
    public void close() throws IOException {
        // Detached at once, though a server that is dying may still hold files of it.
        String complaint = run("umount", "--lazy", at.toString());
        if (!complaint.isEmpty()) {
            throw new IOException(complaint);
        }
    }

    private String resized(long bytes) throws IOException {
        return run("mount", "-o", "remount,size=" + bytes, at.toString());
    }

    /** @return what the command complained of; empty if it did what it should */
    private static String run(String... command) throws IOException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes()).strip();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "%s did not end".formatted(List.of(command));
            }
            return process.exitValue() == 0 ? "" : "%s: %s".formatted(command[0], output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
