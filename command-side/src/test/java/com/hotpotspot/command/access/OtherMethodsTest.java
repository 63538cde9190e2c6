package com.hotpotspot.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Whoever asks a door in a way that it is not asked is told in which ways it is: in all of these, and in no others. */
class OtherMethodsTest {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PURGE");

    private static final List<String> OF_THE_ISSUER = List.of(
            "/oauth2/token",
            "/oauth2/authorize",
            "/oauth2/jwks",
            "/connect/logout",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server");

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide(
                "--hotpotspot.limits.open-doors.per-address=100000",
                "--hotpotspot.issuer.requests-per-address=100000",
                "--hotpotspot.limits.sign-ins.address-at-once=100000");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void allowIsTrueAtEveryDoor() {
        List<String> wrong = new ArrayList<>();
        for (String path : paths()) {
            Set<String> refused = new TreeSet<>();
            Set<String> taken = new TreeSet<>();
            Set<String> named = new TreeSet<>();
            for (String method : METHODS) {
                Reply reply = asked(method, path);
                String allow = Objects.requireNonNullElse(reply.header("Allow"), "");
                if (reply.status() == 405) {
                    refused.add(method);
                    named.addAll(List.of(allow.split(", ")));
                } else {
                    // Of a form it is asked first whether it comes from a page.
                    if (reply.status() != 403) {
                        taken.add(method);
                    }
                    if (!allow.isEmpty()) {
                        wrong.add(method + ' ' + path + " is answered, and names " + allow);
                    }
                }
            }
            if (!named.containsAll(taken) || !Collections.disjoint(named, refused)) {
                wrong.add(path + " takes " + taken + ", refuses " + refused + " and names " + named);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static Set<String> paths() {
        Set<String> paths = new TreeSet<>(OF_THE_ISSUER);
        system.context().getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(door -> door.getPatternValues().stream())
                .filter(path -> !path.equals("/error"))
                .map(path -> path.replaceAll("\\{\\*?[a-zA-Z]+}", "none").replace("/**", "/none"))
                .forEach(paths::add);
        assertThat(paths).hasSizeGreaterThan(30);
        return paths;
    }

    private static Reply asked(String method, String path) {
        return system.send(HttpRequest.newBuilder(system.address(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    @Test
    void nothingOfWhatWasSentComesBack() {
        Reply reply = system.send(HttpRequest.newBuilder(system.address("/api/v1/health"))
                .header("X-Secret", "whisper")
                .method("TRACE", HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.code()).isEqualTo("method-not-allowed");
        assertThat(reply.text()).doesNotContain("whisper");
    }

    @Test
    void whereThereIsNothingNoMethodIsNamed() {
        for (String method : METHODS) {
            Reply reply = asked(method, "/api/v1/nothing");

            assertThat(reply.status()).as(method).isEqualTo(404);
            assertThat(reply.header("Allow")).as(method).isNullOrEmpty();
        }
    }
}
