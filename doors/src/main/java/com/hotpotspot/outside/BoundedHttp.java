package com.hotpotspot.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Short requests to servers that are not ours and are believed in nothing: answers are short, redirects are not
 * followed. Whoever sends gives up after {@link #PATIENCE}, for an answer may come a byte at a time; a thread that is
 * interrupted stops reading.
 */
public final class BoundedHttp {

    /** For a request with its whole answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final int LONGEST_ANSWER = 65_536;
    private static final int BROKEN = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws IOException if nobody answers as a server should; the message says why */
    public Reply get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** @throws IOException if nobody answers as a server should; the message says why */
    public Reply post(URI address, byte[] body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)));
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
            return new Reply(answer.statusCode(), body(answer));
        } catch (ConnectException e) {
            // The platform gives no reason.
            throw new IOException("nobody answers at its address", e);
        } catch (HttpTimeoutException e) {
            throw new IOException("it does not answer in time", e);
        }
    }

    private static String body(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            byte[] body = in.readNBytes(LONGEST_ANSWER + 1);
            if (body.length > LONGEST_ANSWER) {
                throw new IOException("its answer is too long");
            }
            return new String(body, UTF_8);
        }
    }

    /** An address below another one, whether that ends with a slash or not. */
    public static URI below(URI base, String path) {
        String address = base.toString();
        return URI.create(address + (address.endsWith("/") ? "" : "/") + path);
    }

    /** What was answered, whatever it is worth. */
    public record Reply(int status, String body) {

        public boolean isOk() {
            return status == 200;
        }

        /** @throws IOException if it speaks of a trouble that may pass */
        public Reply orUnavailable() throws IOException {
            if (status >= BROKEN || status == 429) {
                throw new IOException("it answered " + inWords());
            }
            return this;
        }

        /** The status and the beginning of what was said, fit for a log. */
        public String inWords() {
            String line = body.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
            return status + ": " + (line.length() > 200 ? line.substring(0, 200) : line);
        }
    }
}
