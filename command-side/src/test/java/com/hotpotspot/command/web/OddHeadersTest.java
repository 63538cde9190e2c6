package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is in a header, nothing goes wrong here, and whoever is refused is told so in a body. */
class OddHeadersTest {

    private static final List<String> ODD = List.of(
            "Accept: ",
            "Accept:  ,",
            "Accept: \t",
            "Accept: yaml",
            "Accept: ;q=2",
            "Accept: *",
            "Accept: text/html;q=2",
            "Accept: application/json;charset=none",
            "Accept: " + "x".repeat(7_000),
            "Accept: " + "text/html;q=0.1,".repeat(400) + "text/html",
            "Content-Type: yaml",
            "Content-Type: application/*",
            "Content-Type: application/*+json",
            "Content-Type: */*",
            "Content-Type: ;",
            "Content-Type: text/html; charset=none",
            "Content-Type: application/json; charset=none",
            "Content-Type: " + "x".repeat(7_000),
            "Accept-Language: \u00e9\u00e9",
            "Accept-Language: ;q=2",
            "Accept-Language: ka;q=zz, *;q=-1",
            "Accept-Language: " + "x-".repeat(3_500),
            "Accept-Charset: none",
            "Accept-Encoding: gzip;q=zz",
            "Range: bytes=zz",
            "Range: bytes=99999999999999999999-",
            "Range: bytes=" + "0-0,".repeat(1_500) + "1-1",
            "If-None-Match: \"",
            "If-None-Match: " + "\"a\",".repeat(1_500),
            "If-Match: zz",
            "If-Modified-Since: yesterday",
            "If-Range: zz",
            "Origin: nowhere",
            "Origin: http://[",
            "Cookie: =;;=",
            "Cookie: " + "a=b;".repeat(1_700),
            "Forwarded: for=\"",
            "X-Forwarded-For: " + ",".repeat(5_000),
            "X-Forwarded-Proto: zz",
            "Expect: zz",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: zz",
            "Content-Encoding: zz",
            "Idempotency-Key: " + "x".repeat(7_000),
            "Date: zz");

    private static RunningCommandSide system;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide("--hotpotspot.limits.open-doors.per-address=100000");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void whateverIsInAHeaderNothingGoesWrongAndARefusalHasABody() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : List.of(
                "GET /api/v1/health",
                "GET /oauth2/jwks",
                "GET /sign-in",
                "GET /oauth2/authorize?client_id=pages",
                "GET /actuator/health",
                "GET /actuator/health/liveness",
                "GET /actuator/prometheus",
                "GET /v3/api-docs",
                "GET /nothing",
                "POST /oauth2/token",
                "POST /api/v1/network",
                "POST /api/v1/sales",
                "POST /api/v1/sales/batch",
                "OPTIONS /api/v1/sales")) {
            for (String odd : ODD) {
                String answer = answer(line, odd);
                if (!isFine(answer)) {
                    wrong.add(line + " with " + odd.substring(0, Math.min(40, odd.length())) + " → "
                            + answer.substring(0, Math.min(300, answer.length())));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String answer(String line, String odd) throws IOException {
        try (RawConnection somebody = new RawConnection(system.port())) {
            somebody.send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n"
                    + "Authorization: Bearer " + system.administratorsToken() + "\r\n"
                    + (odd.startsWith("Content-Type") ? "" : "Content-Type: application/json\r\n") + odd
                    + "\r\n\r\n{}");
            return somebody.answerUntilTheEnd();
        }
    }

    private static boolean isFine(String answer) {
        if (answer.matches("(?s)HTTP/1.1 [23].*")) {
            return true;
        }
        String[] parts = answer.split("\r\n\r\n", 2);
        String head = parts[0].toLowerCase(Locale.ROOT);
        return head.startsWith("http/1.1 4")
                && parts.length == 2
                && (parts[1].contains("{") && head.contains("json")
                        || parts[1].contains("<html") && head.contains("content-type: text/html"));
    }

    @Test
    void aKeyOfOtherThanAsciiIsMalformedAndTheAnswerSaysWhatMayBe() throws IOException {
        String georgian = new String("\u10d9\u10da\u10d8\u10d4\u10dc\u10e2\u10d8".getBytes(UTF_8), ISO_8859_1);
        for (String key : List.of(georgian, "caf\u00e9", "\u0080")) {
            assertThat(answer("POST /api/v1/sales", "Idempotency-Key: " + key))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"idempotency-key-malformed\"", "1 to 255 printable characters of ASCII");
        }
    }

    @Test
    void whateverLanguageIsAskedForAllIsSaidInOne() {
        List<Set<String>> answers = new ArrayList<>();
        for (String language : List.of("en", "ru", "ka", "de-CH, de;q=0.5", "*")) {
            HttpRequest request = HttpRequest.newBuilder(system.address("/api/v1/sales"))
                    .header("Content-Type", "application/json")
                    .header("Accept-Language", language)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"items\":[{}],\"totalTetri\":-1}"))
                    .build();
            Set<String> messages = new HashSet<>();
            system.send(request)
                    .json()
                    .get("errors")
                    .forEach(error -> messages.add(error.get("message").asString()));
            answers.add(messages);
        }

        assertThat(answers.getFirst()).contains("nodeId must not be null.");
        assertThat(answers).containsOnly(answers.getFirst());
    }
}
