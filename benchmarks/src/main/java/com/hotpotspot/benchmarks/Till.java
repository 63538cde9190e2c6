package com.hotpotspot.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * A till's connection, kept open, with one request at a time. It speaks just enough HTTP/1.1 (RFC 9112), so that on two
 * cores the client leaves as much as possible to what is measured.
 */
final class Till implements AutoCloseable {

    /** Where the status stands in "HTTP/1.1 201 …". */
    private static final int STATUS = 9;

    private final URI door;
    private final String head;
    private Socket socket;
    private OutputStream out;
    private InputStream in;

    Till(URI door, String authorization) throws IOException {
        this.door = door;
        this.socket = connected();
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream());
        head = String.format(
                Locale.ROOT,
                "POST %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: ",
                door.getPath(),
                door.getHost(),
                door.getPort(),
                authorization);
    }

    private Socket connected() throws IOException {
        Socket connected = new Socket(door.getHost(), door.getPort());
        connected.setTcpNoDelay(true);
        return connected;
    }

    /** Sends a document and answers the status of the response, whose body has been read to its end. */
    int post(String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        out.write(request);
        String statusLine = line();
        int status = Integer.parseInt(statusLine, STATUS, STATUS + 3, 10);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String field = header.toLowerCase(Locale.ROOT);
            if (field.startsWith("content-length:")) {
                length =
                        Integer.parseInt(field.substring(field.indexOf(':') + 1).strip());
            } else if (field.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (field.equals("connection: close")) {
                last = true;
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            reconnect();
        }
        return status;
    }

    /** A server closes a connection after some requests, so that clients spread anew. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connected();
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
    }

    private void skipChunks() throws IOException {
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException("the door was shut in the middle of an answer");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
