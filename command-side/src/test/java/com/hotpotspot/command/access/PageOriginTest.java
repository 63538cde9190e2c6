package com.hotpotspot.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.web.PageOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose scripts a browser lets talk to this side. */
class PageOriginTest {

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void thePagesMaySendCommands() throws IOException {
        String answer = preflight("http://localhost:8081");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: http://localhost:8081")
                .contains("Access-Control-Allow-Methods: GET,POST")
                .containsIgnoringCase("Access-Control-Allow-Headers: authorization, idempotency-key")
                .doesNotContain("Access-Control-Allow-Credentials");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8081",
                "https://localhost:8081",
                "http://evil.example",
                "null"
            })
    void nobodyElsesScriptsMay(String origin) throws IOException {
        assertThat(preflight(origin)).startsWith("HTTP/1.1 403").doesNotContain("Access-Control-Allow-Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8081", "http://localhost:8081/", "http://localhost:8081/pages", "*"})
    void anOriginIsSchemeHostAndPort(String origin) {
        assertThatThrownBy(() -> new PageOrigin(URI.create(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hotpotspot.pages.origin must be");
    }

    /** By hand, since the JDK's client keeps the header {@code Origin} to itself. */
    private static String preflight(String origin) throws IOException {
        URI address = system.address("/api/v1/nodes");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write("""
                    OPTIONS /api/v1/nodes HTTP/1.1\r
                    Host: localhost\r
                    Origin: %s\r
                    Access-Control-Request-Method: POST\r
                    Access-Control-Request-Headers: authorization, idempotency-key\r
                    Connection: close\r
                    \r
                    """.formatted(origin).getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
