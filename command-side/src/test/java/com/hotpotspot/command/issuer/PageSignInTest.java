package com.hotpotspot.command.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How somebody signs in on the pages: a browser, the sign-in page, and a code that only who asked for it can use. */
class PageSignInTest {

    private static final String RETURN = "http://localhost:8081/login/oauth2/code/hotpotspot";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-1234567890";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static RunningCommandSide system;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.issuer.requests-per-client=100",
                "--hotpotspot.limits.sign-ins.address-at-once=1000",
                "--hotpotspot.limits.sign-ins.client-at-once=100");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @Test
    void aPersonSignsInAndThePagesGetATokenInTheirName() throws Exception {
        HttpResponse<String> asked = get(authorise(VERIFIER));
        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(location(asked).getPath()).isEqualTo("/sign-in");

        HttpResponse<String> signedIn = signIn(secret());
        HttpResponse<String> sentBack = get(location(signedIn));
        assertThat(sentBack.headers().firstValue("Location").orElseThrow()).startsWith(RETURN + "?code=");
        String code = parameters(location(sentBack)).getOrDefault("code", "");

        assertThat(exchange(code, "another-verifier-that-is-just-as-long-as-the-first")
                        .statusCode())
                .isEqualTo(400);
        JsonNode tokens = JsonMapper.shared().readTree(exchange(code, VERIFIER).body());
        SignedJWT token = SignedJWT.parse(tokens.get("access_token").asString());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("administrator");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("hotpotspot");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ADMIN", "NETWORK_OWNER");
        SignedJWT idToken = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(idToken.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        assertThat(idToken.getJWTClaimsSet().getAudience()).containsExactly("pages");

        assertThat(get(authorise(VERIFIER)).headers().firstValue("Location").orElseThrow())
                .as("the second time nobody is asked again")
                .startsWith(RETURN + "?code=");

        HttpResponse<String> signedOut = get(system.address("/connect/logout?client_id=pages&id_token_hint="
                + tokens.get("id_token").asString() + "&post_logout_redirect_uri="
                + URLEncoder.encode("http://localhost:8081/", UTF_8)));
        assertThat(location(signedOut)).isEqualTo(URI.create("http://localhost:8081/"));
        assertThat(location(get(authorise(VERIFIER))).getPath()).isEqualTo("/sign-in");
        HttpResponse<String> signedOutAgain = get(system.address(
                "/connect/logout?id_token_hint=" + tokens.get("id_token").asString()));
        assertThat(signedOutAgain.headers().firstValue("Location"))
                .as("whatever host the request names")
                .hasValue("/");
    }

    @Test
    void aWrongSecretIsSaidToBeWrongAndNothingElse() throws Exception {
        get(authorise(VERIFIER));

        HttpResponse<String> refused = signIn("not the secret");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("The name or the secret is wrong.");
    }

    @Test
    void aFormThatDidNotComeFromThePageIsRefused() throws Exception {
        get(system.address("/sign-in"));

        HttpResponse<String> refused =
                post(system.address("/sign-in"), Map.of("username", "administrator", "password", secret()));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aCodeIsSentToThePagesOnlyAndNeverWithoutProof() throws Exception {
        String elsewhere = authorise(VERIFIER).toString().replace("localhost%3A8081", "localhost%3A9999");
        String unproven = authorise(VERIFIER).toString().replaceAll("&code_challenge[^&]*", "");

        assertThat(get(URI.create(elsewhere)).statusCode()).isEqualTo(400);
        get(URI.create(unproven));
        HttpResponse<String> signedIn = signIn(secret());
        HttpResponse<String> refused = get(location(signedIn));
        assertThat(refused.headers().firstValue("Location").orElse("")).doesNotContain("code=");
    }

    @Test
    void thePageRunsNothingAndCannotBeFramed() throws Exception {
        HttpResponse<String> page = get(system.address("/sign-in"));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' http://localhost:8081;");
        assertThat(page.headers().firstValue("Set-Cookie").orElse("HttpOnly; SameSite=Lax HPS-ISSUER"))
                .contains("HPS-ISSUER", "HttpOnly", "SameSite=Lax");
        assertThat(page.body()).doesNotContain("<script");
        assertThat(get(system.address("/sign-in.css")).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
    }

    private static String secret() {
        return system.administratorsCredentials().get("clientSecret").asString();
    }

    private static URI authorise(String verifier) throws Exception {
        byte[] challenge = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
        return system.address("/oauth2/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", "pages",
                        "scope", "openid",
                        "state", "a-state",
                        "redirect_uri", RETURN,
                        "code_challenge_method", "S256",
                        "code_challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge))));
    }

    private HttpResponse<String> signIn(String secret) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get(system.address("/sign-in")).body());
        assertThat(csrf.find()).isTrue();
        return post(
                system.address("/sign-in"),
                Map.of("username", "administrator", "password", secret, "_csrf", csrf.group(1)));
    }

    private HttpResponse<String> exchange(String code, String verifier) throws IOException, InterruptedException {
        return post(
                system.address("/oauth2/token"),
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "pages",
                        "code", code,
                        "redirect_uri", RETURN,
                        "code_verifier", verifier));
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(URI address, Map<String, String> fields)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI location(HttpResponse<String> response) {
        return system.address("/")
                .resolve(response.headers().firstValue("Location").orElseThrow());
    }

    private static Map<String, String> parameters(URI address) {
        return Pattern.compile("&")
                .splitAsStream(address.getQuery())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
