package com.hotpotspot.command.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.access.Identity;
import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.command.account.AccountRegistry;
import com.hotpotspot.command.account.AdministratorReset;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.keystore.TestKeystore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole command side on a database of its own, spoken to as tills do: over HTTP. */
public final class RunningCommandSide implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final AccountId ADMINISTRATOR = new AccountId("administrator");

    private final TestDatabase database = TestDatabase.with();
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path credentials = newCredentialsFile();
    private final URI base;
    private @Nullable String administratorsToken;
    private @Nullable String secondAdministratorsToken;

    /** @param arguments further properties, as on the command line */
    public RunningCommandSide(String... arguments) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.port", "0");
        properties.put("spring.datasource.url", database.url());
        properties.put("hotpotspot.keystore.file", TestKeystore.shared().file().toString());
        properties.put(
                "hotpotspot.keystore.passphrase-file",
                TestKeystore.shared().passphraseFile().toString());
        properties.put("hotpotspot.access.admin-credentials-file", credentials.toString());
        // The same option twice would be a list of two values.
        properties.keySet().removeIf(name -> Stream.of(arguments).anyMatch(it -> it.startsWith("--" + name + '=')));
        Stream<String> own = properties.entrySet().stream().map(it -> "--" + it.getKey() + '=' + it.getValue());
        context = CommandSideApplication.application()
                .run(Stream.concat(own, Stream.of(arguments)).toArray(String[]::new));
        base = URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public ApplicationContext context() {
        return context;
    }

    public EventLog log() {
        return context.getBean(EventLog.class);
    }

    public TestDatabase database() {
        return database;
    }

    /** The same system for somebody else: {@code null} for nobody in particular. */
    public Visitor as(@Nullable String token) {
        return new Visitor(token);
    }

    /** What the first administrator signs in with. */
    public JsonNode administratorsCredentials() {
        return JSON.readTree(credentials.toFile());
    }

    /** The first administrator's token, which the methods below send. */
    public synchronized String administratorsToken() {
        if (administratorsToken == null) {
            administratorsToken = Files.exists(credentials) ? askedForToken() : signedToken();
        }
        return administratorsToken;
    }

    private String askedForToken() {
        JsonNode known = administratorsCredentials();
        return token(known.get("clientId").asString(), known.get("clientSecret").asString());
    }

    /** A log in Axon Server outlives the databases of tests, one of which has the secret; the keys are the same. */
    private String signedToken() {
        Instant now = Instant.now();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer("http://localhost:8080")
                .audience(List.of("hotpotspot"))
                .subject(ADMINISTRATOR.value())
                .claim(
                        Identity.CREDENTIAL_CLAIM,
                        context.getBean(AccountRegistry.class)
                                .find(ADMINISTRATOR)
                                .orElseThrow()
                                .credentials()
                                .iterator()
                                .next()
                                .value())
                .issuedAt(now)
                .expiresAt(now.plus(10, ChronoUnit.MINUTES))
                .build();
        return context.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(
                        JwsHeader.with(SignatureAlgorithm.ES256).build(), claims))
                .getTokenValue();
    }

    /** A token for whoever has this secret. */
    public String token(String clientId, String clientSecret) {
        Reply reply = requestToken(clientId, clientSecret);
        if (reply.status() != 200) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "no token for %s: %d %s", clientId, reply.status(), reply.text()));
        }
        return reply.json().get("access_token").asString();
    }

    public Reply requestToken(String clientId, String clientSecret) {
        String pair = Base64.getEncoder().encodeToString((clientId + ':' + clientSecret).getBytes(UTF_8));
        return exchange(HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + pair)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    }

    /** A new account that holds one role, and its token. */
    public String tokenFor(String role, String scope) {
        String account = post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();
        post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"%s\"%s}".formatted(role, scope));
        return token(account, credentialOf(account).get("clientSecret").asString());
    }

    /** A new credential of an account with its secret, given by one person or, where that is not enough, by two. */
    public JsonNode credentialOf(String account) {
        String path = "/api/v1/accounts/" + account + "/credentials";
        Reply byOne = post(path, "{}");
        if (byOne.status() == 201) {
            return byOne.data();
        }
        String proposed =
                post(path + "/proposals", "{}").data().get("credentialId").asString();
        return as(secondAdministratorsToken())
                .post(path + '/' + proposed + "/confirm", "")
                .data();
    }

    /** The token of another administrator, whose secret nobody else has seen. */
    public synchronized String secondAdministratorsToken() {
        if (secondAdministratorsToken == null) {
            String account = post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                    .data()
                    .get("accountId")
                    .asString();
            post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"ADMIN\"}");
            Path file = newCredentialsFile();
            context.getBean(AdministratorReset.class).replaceSecret(new AccountId(account), file);
            secondAdministratorsToken = token(
                    account,
                    JsonMapper.shared().readTree(file).get("clientSecret").asString());
        }
        return secondAdministratorsToken;
    }

    public Reply post(String path, String json) {
        return administrator().post(path, json);
    }

    public Reply post(String path, String contentType, String body) {
        return administrator().post(path, contentType, body);
    }

    public Reply get(String path) {
        return administrator().get(path);
    }

    /** Sends a request as the first administrator, unless it says itself who sends it. */
    public Reply send(HttpRequest request) {
        if (request.headers().firstValue("Authorization").isPresent()) {
            return exchange(request);
        }
        return administrator().send(request);
    }

    private Visitor administrator() {
        return as(administratorsToken());
    }

    private Reply exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return ListedOnly.checked(request, new Reply(response));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request, e);
        }
    }

    public int port() {
        return base.getPort();
    }

    public URI address(String path) {
        return base.resolve(path);
    }

    private static Path newCredentialsFile() {
        try {
            Path directory = Files.createTempDirectory("credentials");
            Path file = directory.resolve("admin.credentials");
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        context.close();
        database.close();
    }

    /** Somebody at the doors of the system. */
    public final class Visitor {

        private final @Nullable String token;

        private Visitor(@Nullable String token) {
            this.token = token;
        }

        public Reply post(String path, String json) {
            return post(path, "application/json", json);
        }

        public Reply post(String path, String contentType, String body) {
            return send(HttpRequest.newBuilder(base.resolve(path))
                    .header("Content-Type", contentType)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        public Reply get(String path) {
            return send(HttpRequest.newBuilder(base.resolve(path)).build());
        }

        public Reply send(HttpRequest request) {
            if (token == null) {
                return exchange(request);
            }
            return exchange(HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Authorization", "Bearer " + token)
                    .build());
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public JsonNode data() {
            return json().get("data");
        }

        public String code() {
            return json().get("code").asString();
        }
    }
}
