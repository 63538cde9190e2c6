package com.hotpotspot.command.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before anything is done a request is refused that is of another HTTP than is spoken here, as on the other side. */
class FirstLinesTest {

    private static final String TOO_LONG = "x".repeat(9_000);

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide();
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/3.7", "HTTP/1.2", "HTTP/2.0", "HTTP/0.8"})
    void anotherVersionOfHttpIsNotSpoken(String version) throws IOException {
        for (String line : new String[] {"GET /api/v1/health ", "GET /nothing ", "POST /api/v1/sales "}) {
            assertRefused(line + version + "\r\nHost: localhost\r\n\r\n", 505, "http-version-not-supported");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix", "100-continue-or-not", "100-continue, nix"})
    void whatCannotBeMetIsNotExpected(String expected) throws IOException {
        for (String line : new String[] {"GET /api/v1/health", "GET /nothing", "POST /api/v1/sales"}) {
            assertRefused(
                    line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nExpect: " + expected + "\r\n\r\n",
                    417,
                    "expectation-failed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-continue", "100-Continue"})
    void toBeToldToGoOnIsExpected(String expected) throws IOException {
        String answer = answer("GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nExpect: "
                + expected + "\r\n\r\n");

        assertThat(answer).contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%s HTTP/1.1", "GET /?q=%s HTTP/1.1", "GET http://localhost/%s HTTP/1.1"})
    void aFirstLineThatIsTooLongIsToldFromAHeaderThatIs(String line) throws IOException {
        assertRefused(line.formatted(TOO_LONG) + "\r\nHost: localhost\r\n\r\n", 414, "uri-too-long");
        assertRefused(
                line.formatted("") + "\r\nHost: localhost\r\nX-Long: " + TOO_LONG + "\r\n\r\n",
                431,
                "request-header-fields-too-large");
        assertRefused(
                line.formatted("") + "\r\nHost: localhost\r\n" + "X-A: 0123456789\r\n".repeat(90)
                        + ("X-B: " + "y".repeat(800) + "\r\n").repeat(9) + "\r\n",
                431,
                "request-header-fields-too-large");
    }

    private static String answer(String request) throws IOException {
        try (RawConnection somebody = new RawConnection(system.port())) {
            somebody.send(request);
            return somebody.answerUntilTheEnd();
        }
    }

    private static void assertRefused(String request, int status, String code) throws IOException {
        String answer = answer(request);

        String what = request.substring(0, Math.min(80, request.length()));
        assertThat(answer).as(what).startsWith("HTTP/1.1 " + status + ' ').contains("\"code\":\"" + code + '"');
        assertThat(answer.toLowerCase(Locale.ROOT)).as(what).contains("content-type: application/problem+json");
    }
}
