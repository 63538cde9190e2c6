package com.hotpotspot.standalone.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The port of a data directory's database: chosen once, kept in a file, chosen anew only if somebody else has it. */
final class DatabasePort {

    /** Those below are for programs that the operating system trusts. */
    private static final int SMALLEST = 1_024;

    private static final int LARGEST = 65_535;

    private DatabasePort() {}

    /** The kept port if it is free, else a new one. No server of ours may be running any more. */
    static int in(Path file) {
        try {
            int kept = read(file);
            if (kept != 0 && isFree(kept)) {
                return kept;
            }
            int chosen = anyFree();
            Files.writeString(file, chosen + "\n");
            return chosen;
        } catch (IOException e) {
            throw new CannotStartException(e, "Cannot choose a port for the database");
        }
    }

    static int read(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
        // Without its end it may be the beginning of another number.
        boolean whole = text.matches("[1-9][0-9]{0,4}\n");
        int port = whole ? Integer.parseInt(text.strip()) : 0;
        return port >= SMALLEST && port <= LARGEST ? port : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does it: connections of a former server that have yet to time out are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
