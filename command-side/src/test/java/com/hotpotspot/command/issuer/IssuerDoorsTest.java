package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/** Which doors the issuer has, how it answers programs at them, and what it keeps of strangers: nothing. */
class IssuerDoorsTest {

    private static final List<String> ACCEPTS = List.of("text/html", "*/*", "application/json", "text/html,*/*;q=0.8");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.open-doors.per-address=1000000",
                "--hotpotspot.limits.sign-ins.per-address=1000000",
                "--hotpotspot.limits.sign-ins.per-client=1000000",
                "--hotpotspot.limits.sign-ins.address-at-once=1000000",
                "--hotpotspot.limits.sign-ins.client-at-once=1000000");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void nothingIsKeptOfWhoeverHasNotSignedIn() {
        String form = "_csrf=made-up&username=administrator&password=wrong&pending=made-up";
        for (int i = 0; i < 500; i++) {
            String accept = ACCEPTS.get(i % ACCEPTS.size());
            get(Browser.authorization("state-" + i), accept);
            get("/sign-in", accept);
            get("/connect/logout?id_token_hint=" + i, accept);
            post("/oauth2/token", accept, "grant_type=client_credentials&client_id=administrator");
            post("/oauth2/token", accept, "grant_type=client_credentials&client_id=administrator&client_secret=" + i);
            post("/sign-in", accept, form);
        }
        try (Browser browser = new Browser(system)) {
            for (int i = 0; i < 20; i++) {
                browser.signIn("administrator", "wrong");
            }
        }

        assertThat(sessionsEverMade()).isZero();
    }

    /** Nor on the way out, with or without an id token. */
    @Test
    void nobodyIsSentToTheHostThatTheirRequestNames() throws IOException {
        String authorization = Browser.authorization("state");
        for (String path : List.of(authorization, "/connect/logout", "/oauth2/authorize", "/sign-in")) {
            try (RawConnection connection = new RawConnection(system.port())) {
                connection.send("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n"
                        + "Connection: close\r\n\r\n");

                assertThat(connection.answerUntilTheEnd()).as(path).doesNotContain("evil.example");
            }
        }
    }

    @Test
    void aSessionIsMadeForWhoeverSignsIn() {
        try (RunningCommandSide other = new RunningCommandSide();
                Browser browser = new Browser(other)) {
            browser.signIn(
                    "administrator",
                    other.administratorsCredentials().get("clientSecret").asString());

            assertThat(managers(other).mapToLong(Manager::getSessionCounter).sum())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8", ""})
    void aProgramThatDoesNotSayWhoItIsIsToldSoAsAProgram(String accept) {
        for (String body : List.of(
                "",
                "grant_type=client_credentials",
                "grant_type=client_credentials&client_id=administrator",
                "grant_type=authorization_code&client_id=pages&code=x",
                "grant_type=client_credentials&client_id=administrator&client_secret=wrong")) {
            Reply reply = post("/oauth2/token", accept, body);

            assertThat(reply.status()).as(body).isEqualTo(401);
            assertThat(reply.header("Content-Type")).as(body).startsWith("application/json");
            assertThat(reply.header("WWW-Authenticate")).as(body).startsWith("Basic realm=\"hotpotspot\"");
            assertThat(reply.json().get("error").asString()).as(body).isEqualTo("invalid_client");
        }
    }

    @Test
    void aProgramThatAsksForWhatThereIsNotIsToldSoAsAProgram() {
        String secret = system.administratorsCredentials().get("clientSecret").asString();

        Reply reply = post(
                "/oauth2/token", "text/html", "grant_type=password&client_id=administrator&client_secret=" + secret);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/oauth2/register",
                "/connect/register",
                "/userinfo"
            })
    void aDoorThatNobodyNeedsIsNotThere(String door) {
        for (String accept : ACCEPTS) {
            Reply reply = post(door, accept, "client_id=administrator&client_secret=wrong&token=x");

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(get(door, "*/*").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"})
    void onlyDoorsThatThereAreArePublished(String document) {
        JsonNode told = get(document, "*/*").json();

        Set<String> doors = told.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.endsWith("_endpoint") || name.endsWith("_uri"))
                .collect(Collectors.toSet());
        assertThat(doors).contains("authorization_endpoint", "token_endpoint", "jwks_uri");
        assertThat(Set.of("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"))
                .containsAll(doors);
        assertThat(texts(told, "grant_types_supported"))
                .containsExactlyInAnyOrder("authorization_code", "client_credentials");
        assertThat(texts(told, "token_endpoint_auth_methods_supported"))
                .containsExactlyInAnyOrder("client_secret_basic", "client_secret_post", "none");
        if (told.has("id_token_signing_alg_values_supported")) {
            assertThat(texts(told, "id_token_signing_alg_values_supported")).containsExactly("ES256");
        }
    }

    private static List<String> texts(JsonNode document, String member) {
        return document.get(member).valueStream().map(JsonNode::asString).toList();
    }

    private static long sessionsEverMade() {
        return managers(system).mapToLong(Manager::getSessionCounter).sum();
    }

    private static Stream<Manager> managers(RunningCommandSide side) {
        if (!(((WebServerApplicationContext) side.context()).getWebServer() instanceof TomcatWebServer server)) {
            throw new AssertionError("the command side runs on Tomcat");
        }
        return Stream.of(server.getTomcat().getHost().findChildren())
                .map(Context.class::cast)
                .map(Context::getManager);
    }

    private static Reply get(String path, String accept) {
        return system.as(null).send(request(path, accept).build());
    }

    private static Reply post(String path, String accept, String body) {
        return system.as(null)
                .send(request(path, accept)
                        .header("Content-Type", FORM)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpRequest.Builder request(String path, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(system.address(path));
        return accept.isEmpty() ? request : request.header("Accept", accept);
    }
}
