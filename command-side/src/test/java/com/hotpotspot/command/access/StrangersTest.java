package com.hotpotspot.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.hotpotspot.access.Door;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.testing.Logged;
import com.hotpotspot.testing.RawConnection;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever does not say who they are is asked that before anything else, whatever else is odd about what they send. */
class StrangersTest {

    private static final List<String> UNKNOWN_PATHS = List.of(
            "/",
            "/api",
            "/api/v1",
            "/api/v1/nothing",
            "/api/v9/sales",
            "/favicon.ico",
            "/actuator/env",
            "/error",
            "/api/v1/sales/",
            "/api/v1//sales",
            "/api/v1/sales;a=b",
            "/api/v1/%2e%2e/sales",
            "/" + "x".repeat(5_000));
    private static final List<String> OPEN_PATHS = List.of(
            "/api/v1/health",
            "/actuator/health",
            "/actuator/health/liveness",
            "/userinfo",
            "/oauth2/nothing",
            "/connect/nothing",
            "/.well-known/nothing");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE", "get");
    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-99",
            "nonsense",
            ";",
            "application/x-ndjson");
    private static final List<String> ACCEPTED =
            List.of("*/*", "text/csv", "text/html", "yaml", ";q=2", "application/json;q=9");

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static Reply sent(String method, String path, String type, String accepted, String body) {
        return system.as(null)
                .send(HttpRequest.newBuilder(system.address(path))
                        .header("Content-Type", type)
                        .header("Accept", accepted)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static void mustSayWhoTheyAre(Reply reply, String what) {
        assertThat(reply.status()).as(what).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).as(what).isEqualTo("Bearer realm=\"hotpotspot\"");
        if (!what.startsWith("HEAD")) {
            assertThat(reply.header("Content-Type")).as(what).isEqualTo("application/problem+json");
            assertThat(reply.code()).as(what).isEqualTo("unauthenticated");
        }
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(UNKNOWN_PATHS);
        system.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (!ErrorController.class.isAssignableFrom(method.getBeanType())
                            && !(Door.of(method.getMethod(), method.getBeanType()) instanceof Door.Open)) {
                        mapping.getPatternValues().forEach(path -> paths.add(path.replaceAll("\\{[a-zA-Z]+}", "none")));
                    }
                });
        return paths;
    }

    @Test
    void areAskedWhoTheyAreWhateverTheySend() {
        for (String path : paths()) {
            for (String method : METHODS) {
                mustSayWhoTheyAre(sent(method, path, "application/json", "*/*", "{"), method + " " + path);
            }
            for (String type : TYPES) {
                mustSayWhoTheyAre(sent("POST", path, type, "*/*", "{"), "POST " + path + " of " + type);
            }
            for (String accepted : ACCEPTED) {
                mustSayWhoTheyAre(
                        sent("POST", path, "application/json", accepted, "{"), "POST " + path + " for " + accepted);
            }
        }
    }

    /** Somebody who typed the wrong address is told so, and where the pages are. */
    @Test
    void whoeverComesWithABrowserIsLedToThePages() {
        for (String path : List.of("/", "/nothing", "/sign-in;a=b")) {
            Reply reply = sent("GET", path, "text/plain", "text/html,application/xhtml+xml,*/*;q=0.8", "");

            assertThat(reply.status()).as(path).isEqualTo(401);
            assertThat(reply.header("Content-Type")).as(path).startsWith("text/html");
            assertThat(reply.text())
                    .as(path)
                    .contains("href=\"http://localhost:8081/\"")
                    .doesNotContain(path + "<");
        }
        for (String path : List.of("/sign-in/", "/oauth2/authorize/", "/connect/logout/", "/.well-known/")) {
            Reply reply = sent("GET", path, "text/plain", "text/html", "");

            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.text()).as(path).contains("href=\"http://localhost:8081/\"");
        }
        for (String path : List.of("/api/v1/nodes", "/actuator/env")) {
            mustSayWhoTheyAre(sent("GET", path, "text/plain", "text/html", ""), path);
        }
    }

    /** A path may be what no address can be. */
    @Test
    void areAskedAtWhatIsNoAddressToo() throws IOException {
        for (String method : METHODS) {
            for (String path : List.of("//", "//?x=y", "///", "//%5b")) {
                try (RawConnection stranger = new RawConnection(system.port())) {
                    stranger.send(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

                    assertThat(stranger.answerUntilTheEnd())
                            .as("%s %s", method, path)
                            .startsWith("HTTP/1.1 401")
                            .contains("Content-Type: application/problem+json");
                }
            }
        }
    }

    private static RawConnection halfSent(String method, String path, String type) throws IOException {
        return new RawConnection(system.port())
                .send(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                        + "\r\nIdempotency-Key: k-1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n");
    }

    @Test
    void areAnsweredBeforeTheirBodyIsThere() throws IOException {
        List<RawConnection> connections = new ArrayList<>();
        for (String path : OPEN_PATHS) {
            connections.add(halfSent("POST", path, "application/json"));
            connections.add(halfSent("PUT", path, "application/x-www-form-urlencoded"));
        }
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String type : TYPES) {
                connections.add(halfSent(method, "/api/v1/sales", type));
            }
        }

        for (RawConnection connection : connections) {
            try (connection) {
                // Whoever read the body would wait for the rest, and say 408.
                assertThat(connection.answerUntilTheEnd()).containsPattern("^HTTP/1.1 (401|404|405) ");
            }
        }
    }

    @Test
    void leaveNothingOnTheDisk() throws IOException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
        long before = temporaryFiles();

        Reply reply = sent(
                "POST",
                "/api/v1/sales",
                "multipart/form-data; boundary=x",
                "*/*",
                part + "x".repeat(200_000) + "\r\n--x--\r\n");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(system.context().getBeanNamesForType(MultipartResolver.class))
                .isEmpty();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    /** Of this server alone; others run beside it. */
    private static long temporaryFiles() throws IOException {
        File ours = (File) Objects.requireNonNull(
                system.context().getBean(ServletContext.class).getAttribute(ServletContext.TEMPDIR));
        try (Stream<Path> files = Files.walk(ours.toPath())) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    /** Nor does anybody else whose request makes no sense: what matters would be pushed out of it. */
    @Test
    void writeNothingIntoOurLog() {
        system.get("/api/v1/health"); // the first request of all starts what serves it, which says so
        List<ILoggingEvent> logged = Logged.during(() -> {
            for (String path : UNKNOWN_PATHS) {
                sent("POST", path, "nonsense", ";q=2", "{");
                system.get(path);
                system.post(path, "{");
                system.post("/api/v1/sales", "text/plain", "{");
            }
        });
        assertThat(logged).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
    }
}
