package com.hotpotspot.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection to a server on this machine, for what no well-behaved client sends. */
public final class RawConnection implements AutoCloseable {

    /** Longer than the sides keep a connection on which nothing happens. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final StringBuilder soFar = new StringBuilder();

    public RawConnection(int port) throws IOException {
        this(new Socket("localhost", port));
    }

    /** @param socket connected, and closed together with this */
    public RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(Math.toIntExact(LONGEST_WAIT.toMillis()));
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = socket.getInputStream();
    }

    public RawConnection send(String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
        return this;
    }

    /** Whether as much could be sent; the other end may have closed in the meantime. */
    public boolean trySend(String text) {
        try {
            send(text);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Looks without waiting; for connections on which no answer is expected. */
    public boolean isClosedByTheOtherEnd() {
        try {
            socket.setSoTimeout(1);
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Whether something has come that was not read yet. */
    public boolean hasAnswered() throws IOException {
        return in.available() > 0;
    }

    /** Everything that has come since the connection was made, as far as it can be had without waiting. */
    public String whatCame() throws IOException {
        while (in.available() > 0) {
            soFar.append(new String(in.readNBytes(in.available()), ISO_8859_1));
        }
        return soFar.toString();
    }

    /** Everything until the other end closes. */
    public String answerUntilTheEnd() throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[8_192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            answer.append(new String(buffer, 0, read, ISO_8859_1));
        }
        return answer.toString();
    }

    /** The first line of the answer, for those that go on for ever. */
    public String firstLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** Reads until the other end closes, or breaks off. */
    public void waitForTheEnd() {
        try {
            String unread = answerUntilTheEnd();
            soFar.append(unread);
        } catch (SocketTimeoutException stillOpen) {
            throw new IllegalStateException("the other end keeps the connection open", stillOpen);
        } catch (IOException reset) {
            soFar.append(reset.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
