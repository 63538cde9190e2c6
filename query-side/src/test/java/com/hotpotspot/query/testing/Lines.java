package com.hotpotspot.query.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that reads a stream line by line while it comes. Empty lines and comments are left out. */
public final class Lines implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final InputStream body;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reading;
    private volatile boolean ended;

    public Lines(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        body = response.body();
        reading = Thread.ofVirtual().start(this::read);
    }

    /** What has come so far. */
    public List<String> soFar() {
        return new ArrayList<>(lines);
    }

    /** Whether the server has ended the stream. */
    public boolean ended() {
        return ended;
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && !line.startsWith(":")) {
                    lines.add(line);
                }
            }
            ended = true;
        } catch (IOException e) {
            lines.add("broken off: " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        body.close();
        reading.join();
        http.shutdownNow();
    }
}
