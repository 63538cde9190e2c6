package com.hotpotspot.query.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.account.Role;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An issuer of tokens on a port of its own: it publishes its key, signs what a test asks for, and lets people sign in
 * as an OpenID provider does, but without a question. Whoever has signed out is asked, on a page that leads nowhere.
 */
public final class TestIssuer implements AutoCloseable {

    /** What it says to whoever has signed out. */
    public static final String QUESTION = "Who are you?";

    private static final String AUDIENCE = "hotpotspot";
    private static final String ADMINISTRATOR = "administrator";
    private static final Duration ORDINARY_LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Begun> codes = new ConcurrentHashMap<>();
    private final AtomicInteger signIns = new AtomicInteger();
    private final AtomicInteger codeRequests = new AtomicInteger();
    private final AtomicInteger keyRequests = new AtomicInteger();
    private final HttpServer server;

    private volatile ECKey key = newKey();
    private volatile List<String> roles = List.of(Role.ADMIN.name());
    private volatile String account = ADMINISTRATOR;
    private volatile @Nullable String credential;
    private volatile Duration lifetime = ORDINARY_LIFETIME;
    private volatile boolean signedIn = true;
    private volatile boolean away;

    public TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/jwks", this::keys);
        server.createContext("/oauth2/authorize", this::authorize);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/connect/logout", this::endSession);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token as programs have it. */
    public String token(String account, String... roleClaims) {
        return signed(claims(account, List.of(AUDIENCE), Instant.now().plus(ORDINARY_LIFETIME))
                .claim("roles", List.of(roleClaims)));
    }

    /** A token as the built-in issuer gives it out for a credential of an account. */
    public String tokenFor(String credential, String account, String... roleClaims) {
        return signed(claims(account, List.of(AUDIENCE), Instant.now().plus(ORDINARY_LIFETIME))
                .claim("credential", credential)
                .claim("roles", List.of(roleClaims)));
    }

    /** A token with what a test needs. */
    public String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, key);
    }

    /** A token of somebody who pretends to be this issuer. */
    public String forged(JWTClaimsSet.Builder claims) {
        return signed(claims, newKey());
    }

    /** What makes a valid token, to be added to. */
    public JWTClaimsSet.Builder claims(String account, List<String> audience, Instant until) {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .subject(account)
                .audience(audience)
                .issueTime(new Date())
                .expirationTime(Date.from(until))
                .jwtID(UUID.randomUUID().toString());
    }

    /** Whoever signs in on a page from now on has these roles. */
    public void people(String... roleClaims) {
        roles = List.of(roleClaims);
    }

    /** Whoever signs in on a page from now on has this account, and says with what credential, if any. */
    public void peopleOf(String accountId, @Nullable String credentialId) {
        account = accountId;
        credential = credentialId;
    }

    /** For how long they count as signed in. */
    public void lifetime(Duration duration) {
        lifetime = duration;
    }

    /** Begins anew: an administrator is signed in, for ten minutes, and nobody was before. */
    public void reset() {
        roles = List.of(Role.ADMIN.name());
        account = ADMINISTRATOR;
        credential = null;
        lifetime = ORDINARY_LIFETIME;
        signedIn = true;
        away = false;
        signIns.set(0);
        codeRequests.set(0);
    }

    /** Signs with another key from now on, and no longer publishes the one before. */
    public void changeKey() {
        key = newKey();
    }

    /** Answers nothing of use until {@code false} is said. */
    public void away(boolean isAway) {
        away = isAway;
    }

    /** How often somebody was signed in. */
    public int signIns() {
        return signIns.get();
    }

    /** How often a code was to be redeemed. */
    public int codeRequests() {
        return codeRequests.get();
    }

    /** How often the keys were asked for. */
    public int keyRequests() {
        return keyRequests.get();
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyRequests.incrementAndGet();
        answer(exchange, away ? 503 : 200, "application/json", new JWKSet(key.toPublicJWK()).toString());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        if (!"code".equals(query.get("response_type"))
                || !"pages".equals(query.get("client_id"))
                || !"S256".equals(query.get("code_challenge_method"))
                || !"openid".equals(query.get("scope"))) {
            answer(exchange, 400, "text/plain", "not a request of the pages: " + query);
        } else if (!signedIn) {
            answer(exchange, 200, "text/html", "<!DOCTYPE html><title>Sign in</title><h1>" + QUESTION + "</h1>");
        } else {
            String code = UUID.randomUUID().toString();
            codes.put(
                    code,
                    new Begun(
                            query.getOrDefault("redirect_uri", ""),
                            query.getOrDefault("code_challenge", ""),
                            query.getOrDefault("nonce", "")));
            redirect(exchange, "%s?code=%s&state=%s".formatted(query.get("redirect_uri"), code, query.get("state")));
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        codeRequests.incrementAndGet();
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Begun begun = codes.remove(form.getOrDefault("code", ""));
        if (away) {
            answer(exchange, 503, "text/plain", "away");
        } else if (begun == null
                || !"authorization_code".equals(form.get("grant_type"))
                || !"pages".equals(form.get("client_id"))
                || !begun.redirectUri().equals(form.get("redirect_uri"))
                || !begun.challenge().equals(s256(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
        } else {
            signIns.incrementAndGet();
            Instant until = Instant.now().plus(lifetime);
            String accessToken = signed(claims(account, List.of(AUDIENCE), until)
                    .claim("credential", credential)
                    .claim("roles", roles));
            String idToken = signed(claims(account, List.of("pages"), until)
                    .claim("credential", credential)
                    .claim("nonce", begun.nonce()));
            answer(
                    exchange,
                    200,
                    "application/json",
                    String.format(Locale.ROOT, """
                    {"access_token": "%s", "id_token": "%s", "token_type": "Bearer", "expires_in": %d}
                    """, accessToken, idToken, lifetime.toSeconds()));
        }
    }

    private void endSession(HttpExchange exchange) throws IOException {
        Map<String, String> query = parameters(exchange.getRequestURI().getRawQuery());
        String target = query.get("post_logout_redirect_uri");
        if (target == null || !query.containsKey("id_token_hint")) {
            answer(exchange, 400, "text/plain", "who signs out, and where to?");
        } else {
            signedIn = false;
            redirect(exchange, target);
        }
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", URI.create(target).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(@Nullable String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String each : text == null ? new String[0] : text.split("&")) {
            String[] parts = each.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    private static String signed(JWTClaimsSet.Builder claims, ECKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String s256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Begun(String redirectUri, String challenge, String nonce) {}
}
