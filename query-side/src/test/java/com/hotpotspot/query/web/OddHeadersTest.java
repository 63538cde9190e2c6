package com.hotpotspot.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.RawConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever is in a header, nothing goes wrong here, and whoever is refused is told so in a body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OddHeadersTest {

    private static final String MANY = "text/html;q=0.1,".repeat(400) + "text/html";

    private static final List<String> ODD = List.of(
            "Accept: yaml",
            "Accept: ;q=2",
            "Accept: *",
            "Accept: text/html;q=2",
            "Accept: text/html, yaml",
            "Accept: application/json;charset=none",
            "Accept: " + "x".repeat(7_000),
            "Accept: " + MANY,
            "Accept: \u0001",
            "Content-Type: yaml",
            "Content-Type: ;",
            "Content-Type: text/html; charset=none",
            "Content-Type: " + "x".repeat(7_000),
            "Accept-Language: \u00e9\u00e9",
            "Accept-Language: ;q=2",
            "Accept-Language: ka;q=zz, *;q=-1",
            "Accept-Language: " + "x-".repeat(3_500),
            "Accept-Charset: none",
            "Accept-Encoding: gzip;q=zz",
            "Range: bytes=zz",
            "Range: bytes=5-1",
            "Range: bytes=99999999999999999999-",
            "Range: bytes=" + "0-0,".repeat(1_500) + "1-1",
            "Range: lines=1-2",
            "If-None-Match: \"",
            "If-None-Match: " + "\"a\",".repeat(1_500),
            "If-Match: zz",
            "If-Modified-Since: yesterday",
            "If-Unmodified-Since: yesterday",
            "If-Range: zz",
            "Origin: nowhere",
            "Origin: http://[",
            "Cookie: =;;=\u0001",
            "Cookie: " + "a=b;".repeat(1_700),
            "Forwarded: for=\"",
            "X-Forwarded-For: " + ",".repeat(5_000),
            "X-Forwarded-Proto: zz",
            "Last-Event-ID: zz",
            "Expect: zz",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: zz",
            "Content-Encoding: zz",
            "Date: zz",
            "Authorization: Basic zz",
            "Authorization: Bearer");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database, "hotpotspot.limits.open-doors.per-address=100000", "hotpotspot.access.limits.ADMIN=100000");

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void whateverIsInAHeaderNothingGoesWrongAndARefusalHasABody() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : List.of(
                "GET /",
                "GET /audit",
                "GET /api/v1/health",
                "GET /api/v1/network/stats",
                "GET /api/v1/events",
                "GET /api/v1/exports/sales",
                "GET /assets/app.css",
                "GET /checkpoint",
                "GET /actuator/health",
                "GET /nothing",
                "POST /audit",
                "POST /api/v1/network/stats",
                "OPTIONS /api/v1/network/stats")) {
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

    private String answer(String line, String odd) throws IOException {
        try (RawConnection somebody = new RawConnection(side.port())) {
            somebody.send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                    + (odd.startsWith("Authorization") ? "" : "Authorization: " + side.authorization() + "\r\n")
                    + odd
                    + "\r\n\r\n");
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
                && (parts[1].contains("\"code\":") && head.contains("content-type: application/problem+json")
                        || parts[1].contains("<html") && head.contains("content-type: text/html"));
    }

    @Test
    void mediaTypesThatCannotBeReadAreNamed() throws IOException {
        for (String odd : List.of("yaml", ";q=2", "text/html;q=2", MANY.replace("html", "csv"))) {
            String answer = answer("GET /api/v1/events", "Accept: " + odd);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"field\":\"Accept\"");
        }
        assertThat(answer("POST /audit", "Content-Type: yaml")).startsWith("HTTP/1.1 415");
    }
}
