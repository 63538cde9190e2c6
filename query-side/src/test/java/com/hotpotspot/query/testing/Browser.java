package com.hotpotspot.query.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as signing in takes: it keeps cookies, goes where it is sent, and sends a page's form. */
public final class Browser implements AutoCloseable {

    private static final int MOST_REDIRECTS = 10;
    private static final Pattern FORM_TOKEN =
            Pattern.compile("<input type=\"hidden\" value=\"([^\"]+)\" name=\"(\\w+)\"");

    private final CookieManager cookies = new CookieManager();
    private final List<String> setCookies = new ArrayList<>();
    private final List<String> visited = new ArrayList<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    /** Asks for a page and follows to where that leads. */
    public HttpResponse<String> open(String address) {
        return follow(send(page(URI.create(address)).build()));
    }

    /** Where a request for a page is sent on to. */
    public String location(String address) {
        HttpResponse<String> response = send(page(URI.create(address)).build());
        return response.uri()
                .resolve(response.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /** Asks for a page as whoever has this cookie and no other would, and goes no further. */
    public HttpResponse<String> withCookie(String address, String cookie) {
        try (HttpClient plain = HttpClient.newHttpClient()) {
            return plain.send(
                    page(URI.create(address)).header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks as a script does. */
    public HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    /** Sends the form of a page. */
    public HttpResponse<String> submit(String address, HttpResponse<String> page) {
        return submitWith(address, page, "");
    }

    /** The same with what somebody has entered. */
    public HttpResponse<String> submitWith(String address, HttpResponse<String> page, String entered) {
        Matcher token = FORM_TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("no form with a token in " + page.body());
        }
        return post(
                address,
                token.group(2) + "=" + URLEncoder.encode(token.group(1), UTF_8)
                        + (entered.isEmpty() ? "" : "&" + entered));
    }

    /** Sends such a form from elsewhere, where the token is not known. */
    public HttpResponse<String> submitForged(String address) {
        return post(address, "_csrf=guessed");
    }

    /** The same with a header that a browser may send along by itself. */
    public HttpResponse<String> submitForged(String address, String authorization) {
        return post(address, "_csrf=guessed", "Authorization", authorization);
    }

    /** Sends what a page would not. */
    public HttpResponse<String> submitAsItIs(String address, String form) {
        return post(address, form);
    }

    private HttpResponse<String> post(String address, String form, String... headers) {
        HttpRequest.Builder request = page(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return follow(send((headers.length == 0 ? request : request.headers(headers)).build()));
    }

    private HttpResponse<String> follow(HttpResponse<String> first) {
        HttpResponse<String> response = first;
        for (int redirects = 0; response.statusCode() / 100 == 3; redirects++) {
            if (redirects == MOST_REDIRECTS) {
                throw new AssertionError("sent in circles, last to " + response.uri());
            }
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(page(next).build());
        }
        return response;
    }

    private static HttpRequest.Builder page(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private HttpResponse<String> send(HttpRequest request) {
        visited.add(request.uri().getHost());
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            setCookies.addAll(response.headers().allValues("Set-Cookie"));
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The cookies that it holds, by name. */
    public Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    /** The headers that set cookies whose names begin like this. */
    public List<String> setCookies(String prefix) {
        return setCookies.stream().filter(header -> header.startsWith(prefix)).toList();
    }

    /** The hosts that it asked. */
    public List<String> visited() {
        return visited;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
