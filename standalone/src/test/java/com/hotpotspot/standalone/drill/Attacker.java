package com.hotpotspot.standalone.drill;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.hotpotspot.client.Waiting;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection of somebody who keeps to no rules, from an address of their own on the loopback network. */
final class Attacker implements Closeable {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})[^\r\n]*\r\n");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOKING = Duration.ofSeconds(1);
    private static final int MOST_READ = 1 << 20;
    /** Little fits into it, so that an answer that is not read soon waits at the other end. */
    private static final int SMALL = 4_096;

    private final Socket socket = new Socket();
    private final Waiting waiting = Waiting.really();

    /** Connects to a side, which listens on 127.0.0.1. */
    static Attacker from(String address, URI side) throws IOException {
        Attacker attacker = new Attacker();
        try {
            attacker.socket.setReceiveBufferSize(SMALL);
            attacker.socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            attacker.socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), side.getPort()),
                    Math.toIntExact(PATIENCE.toMillis()));
        } catch (IOException e) {
            attacker.close();
            throw e;
        }
        return attacker;
    }

    Attacker send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    Attacker send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends as much as somebody reads, however they answer meanwhile. */
    Attacker sendAll(byte[] bytes) {
        try {
            send(bytes);
        } catch (IOException e) {
            // What they answered before they hung up is still there to be read.
        }
        return this;
    }

    /** Sends a byte from time to time, until the other end has had enough; tells what it said to that. */
    String trickle(String text, Duration between) throws IOException {
        socket.setSoTimeout(Math.toIntExact(between.toMillis()));
        for (int at = 0; ; at = (at + 1) % text.length()) {
            sendAll(text.substring(at, at + 1).getBytes(ISO_8859_1));
            try {
                int first = read();
                return first < 0 ? "closed" : status(Character.toString(first));
            } catch (SocketTimeoutException e) {
                // Nothing was said, and it is time for the next byte.
                continue;
            }
        }
    }

    /** Waits for the status of an answer, and for its end. */
    String answer() throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        String status = status();
        byte[] ignored = new byte[SMALL];
        InputStream in = socket.getInputStream();
        for (int read = 0, all = 0; read >= 0 && all < MOST_READ; all += read) {
            read = in.read(ignored);
        }
        return status;
    }

    /** Waits for the status of an answer, and leaves the rest of it at the other end. */
    String status() throws IOException {
        return status("");
    }

    private String status(String begun) throws IOException {
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        StringBuilder line = new StringBuilder(begun);
        for (int next = read(); next >= 0; next = read()) {
            line.append((char) next);
            if (next == '\n') {
                break;
            }
        }
        Matcher status = STATUS.matcher(line);
        return status.matches() ? status.group(1) : line.isEmpty() ? "closed" : "no HTTP";
    }

    /** Goes away, whatever the other end is at. */
    String hangUp() throws IOException {
        close();
        return "gone";
    }

    /** Says nothing more until the other end hangs up, whatever it sends. */
    String awaitEnd() throws IOException {
        socket.setSoTimeout(0);
        String status = statusOfAll(socket.getInputStream());
        return status.isEmpty() ? "closed" : status + " and closed";
    }

    /**
     * Leaves an answer at the other end, whatever there is more of it, until that hangs up or sends nothing for long.
     */
    String leaveUnread() throws IOException, InterruptedException {
        String status = status();
        if (!status.equals("200")) {
            return status;
        }
        // Nothing comes back from whoever hung up but the news of it, once something is sent.
        while (true) {
            waiting.pause(LOOKING);
            send("\r\n");
        }
    }

    private static String statusOfAll(InputStream in) throws IOException {
        byte[] buffer = new byte[SMALL];
        StringBuilder head = new StringBuilder();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (head.length() < SMALL) {
                head.append(new String(buffer, 0, read, ISO_8859_1));
            }
        }
        Matcher status = STATUS.matcher(head);
        return status.lookingAt() ? status.group(1) : "";
    }

    private int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
