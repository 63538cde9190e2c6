package com.hotpotspot.command.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.command.testing.RunningCommandSide;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a person has in front of them: it keeps cookies, fills in forms, and follows where it is sent if told to. */
final class Browser implements AutoCloseable {

    static final String RETURN = "http://localhost:8081/login/oauth2/code/hotpotspot";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-1234567890";

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final RunningCommandSide system;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Browser(RunningCommandSide system) {
        this.system = system;
    }

    /** The address that the pages send people to. */
    static String authorization(String state) {
        try {
            byte[] challenge = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return "/oauth2/authorize?"
                    + form(Map.of(
                            "response_type", "code",
                            "client_id", "pages",
                            "scope", "openid",
                            "state", state,
                            "redirect_uri", RETURN,
                            "code_challenge_method", "S256",
                            "code_challenge",
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(challenge)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return get(path, "en");
    }

    HttpResponse<String> get(String path, String language) {
        return send(HttpRequest.newBuilder(system.address(path))
                .header("Accept", "text/html")
                .header("Accept-Language", language));
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(system.address(path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    /** Fills in the form of a page and sends it. */
    HttpResponse<String> submit(HttpResponse<String> page, String account, String secret) {
        return submit(page, "/sign-in", Map.of("username", account, "password", secret));
    }

    /** The same of a form that goes elsewhere. */
    HttpResponse<String> submit(HttpResponse<String> page, String path, Map<String, String> typed) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        fields.putAll(typed);
        return post(path, fields);
    }

    /** Chooses a password in the form for it, typed twice. */
    HttpResponse<String> choose(HttpResponse<String> page, String password) {
        return submit(page, "/sign-in/password", Map.of("new-password", password, "new-password-again", password));
    }

    /** Types a code where an authenticator is set up. */
    HttpResponse<String> enrol(HttpResponse<String> page, String code) {
        return submit(page, "/sign-in/second-factor", Map.of("code", code));
    }

    /** Types a code where one is asked for. */
    HttpResponse<String> enterCode(HttpResponse<String> page, String code) {
        return submit(page, "/sign-in/code", Map.of("code", code));
    }

    /** Begins at the pages and signs in; what comes back leads on. */
    HttpResponse<String> signIn(String account, String secret) {
        return submit(get(location(get(authorization("a-state")))), account, secret);
    }

    /** Whether the pages would let them in again without asking. */
    boolean isSignedIn() {
        return location(get(authorization("again"))).startsWith(RETURN + "?code=");
    }

    HttpResponse<String> redeem(String code) {
        return post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "pages",
                        "code", code,
                        "redirect_uri", RETURN,
                        "code_verifier", VERIFIER));
    }

    /** As the choice on a page of the query side does it, which may be on the same host. */
    void chooseLanguage(String code) {
        HttpCookie choice = new HttpCookie("HPS-LANGUAGE", code);
        choice.setPath("/");
        choice.setVersion(0);
        cookies.getCookieStore().add(system.address("/"), choice);
    }

    void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    static Map<String, String> parameters(String address) {
        return Pattern.compile("&")
                .splitAsStream(URI.create(address).getQuery())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() {
        http.close();
    }
}
