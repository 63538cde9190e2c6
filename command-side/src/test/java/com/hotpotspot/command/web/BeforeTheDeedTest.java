package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.openapi.Lines;
import com.hotpotspot.testing.RawConnection;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a request says of itself is looked at before anything is done, and what it holds while it is read. */
class BeforeTheDeedTest {

    private static final String NDJSON = "application/x-ndjson";

    private static RunningCommandSide system;

    @BeforeAll
    static void aNetworkWithOneNode() {
        system = new RunningCommandSide("--hotpotspot.limits.bytes.per-account-kib=1024");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post(
                "/api/v1/nodes",
                "{\"nodeId\":\"VAKE\",\"type\":\"OWNER\",\"city\":\"Tbilisi\",\"ownerId\":\"founder\"}");
        system.post("/api/v1/nodes/VAKE/terminals", "{\"terminalId\":\"TILL-1\"}");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    private static String sale(String number) {
        return """
        {"nodeId":"VAKE","saleNumber":"%s","terminalId":"TILL-1","soldAt":"%s","items":[{"code":"KHI",\
        "name":"Khinkali","category":"Dumplings","quantity":5,"unitPriceTetri":180}],"totalTetri":900}""".formatted(number, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Reply post(String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(system.address(path)).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return system.send(request.build());
    }

    private static void refused(Reply reply, int status, String code, long head) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(system.log().head()).as("nothing is recorded").isEqualTo(head);
    }

    @Test
    void anAnswerIsJsonWhateverIsAskedFor() {
        byte[] sale = sale("accepted").getBytes(UTF_8);
        for (String accepted : List.of("text/csv", "text/html", "application/xml;q=0.5", "image/*")) {
            Reply reply = post("/api/v1/sales", Map.of("Content-Type", "application/json", "Accept", accepted), sale);

            assertThat(reply.status()).as(accepted).isEqualTo(201);
            assertThat(reply.header("Content-Type")).isEqualTo("application/json");
            assertThat(reply.data().get("saleId").asString()).isEqualTo("VAKE:accepted");
        }
    }

    @Test
    void aSecretThatIsShownOnceIsShownWhateverIsAskedFor() {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"CLIENT\"}")
                .data()
                .get("accountId")
                .asString();

        Reply reply = post(
                "/api/v1/accounts/" + account + "/credentials",
                Map.of("Content-Type", "application/json", "Accept", "text/csv"),
                "{}".getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.data().get("clientSecret").asString()).isNotBlank();
    }

    @Test
    void anAcceptThatCannotBeReadIsRefused() {
        long head = system.log().head();
        for (String accepted : List.of("yaml", ";q=2", "application/json, nonsense")) {
            refused(
                    post(
                            "/api/v1/sales",
                            Map.of("Content-Type", "application/json", "Accept", accepted),
                            sale("unaccepted").getBytes(UTF_8)),
                    400,
                    "bad-request",
                    head);
        }
    }

    @Test
    void aBodyThatIsPackedIsRefused() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(sale("packed").getBytes(UTF_8));
        }
        long head = system.log().head();
        for (String path : List.of("/api/v1/sales", "/api/v1/sales/batch", "/api/v1/imports/sales")) {
            Reply reply = post(
                    path,
                    Map.of(
                            "Content-Type",
                            path.endsWith("/batch") || path.contains("imports") ? NDJSON : "application/json",
                            "Content-Encoding",
                            "gzip"),
                    packed.toByteArray());

            refused(reply, 415, "unsupported-media-type", head);
            assertThat(reply.header("Accept-Encoding")).isEqualTo("identity");
        }
    }

    @Test
    void aBodyIsUtf8() {
        long head = system.log().head();
        for (String type : List.of("application/json; charset=iso-8859-1", "application/json; charset=none", "json")) {
            refused(
                    post(
                            "/api/v1/sales",
                            Map.of("Content-Type", type),
                            sale("charset").getBytes(ISO_8859_1)),
                    415,
                    "unsupported-media-type",
                    head);
        }
        for (byte[] body : List.of(
                sale("utf-16").getBytes(UTF_16LE),
                sale("overlong").replace("Khinkali", "\u00c0\u00af").getBytes(ISO_8859_1),
                sale("cut").replace("Khinkali", "\u00e1\u0083").getBytes(ISO_8859_1))) {
            refused(
                    post("/api/v1/sales", Map.of("Content-Type", "application/json"), body),
                    400,
                    "malformed-json",
                    head);
            Reply batch = post("/api/v1/sales/batch", Map.of("Content-Type", NDJSON), body);
            assertThat(batch.text()).contains("\"code\":\"malformed-json\"").doesNotContain("accepted");
        }
        assertThat(system.log().head()).isEqualTo(head);
        assertThat(post(
                                "/api/v1/sales",
                                Map.of("Content-Type", "Application/JSON ;charset=\"UTF-8\""),
                                sale("utf-8").getBytes(UTF_8))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aListIsReadNoFurtherThanItMayBe() {
        long head = system.log().head();
        for (int items : List.of(501, 80_000)) {
            String body = "{\"items\":[" + "{},".repeat(items - 1) + "{}]}";

            Reply reply = system.post("/api/v1/sales", body);

            refused(reply, 422, "invalid-content", head);
            assertThat(reply.json().get("errors").get(0).get("field").asString())
                    .isEqualTo("items");
            assertThat(reply.text().length()).isLessThan(1_000);
            assertThat(system.post("/api/v1/sales/batch", NDJSON, body).text())
                    .contains("\"field\":\"items\"")
                    .hasSizeLessThan(1_000);
        }
    }

    @Test
    void ofManyErrorsTheFirstTwentyAreTold() {
        long head = system.log().head();
        String body = "{\"items\":[" + "{},".repeat(499) + "{}]}";

        Reply reply = system.post("/api/v1/sales", body);

        refused(reply, 422, "invalid-content", head);
        assertThat(reply.json().get("errors")).hasSize(20);
        assertThat(reply.text().length()).isLessThan(5_000);
        assertThat(system.post("/api/v1/sales/batch", NDJSON, body).text()).hasSizeLessThan(5_000);
    }

    /** Only such lists are read within bounds. */
    @Test
    void everyListOfEveryDocumentHasABound() {
        List<String> unbounded = new ArrayList<>();
        documents().forEach(document -> lookThrough(document, unbounded));

        assertThat(documents()).hasSizeGreaterThan(10);
        assertThat(unbounded).isEmpty();
    }

    private static Stream<Class<?>> documents() {
        return system
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .values()
                .stream()
                .map(HandlerMethod::getMethod)
                .flatMap(BeforeTheDeedTest::documentsOf)
                .distinct();
    }

    private static Stream<Class<?>> documentsOf(Method door) {
        Lines lines = door.getAnnotation(Lines.class);
        return Stream.concat(
                Stream.of(door.getParameters())
                        .filter(it -> it.isAnnotationPresent(RequestBody.class))
                        .map(Parameter::getType),
                lines == null ? Stream.empty() : Stream.of(lines.request()));
    }

    private static void lookThrough(Class<?> document, List<String> unbounded) {
        for (RecordComponent member : Arrays.asList(document.getRecordComponents())) {
            boolean many = Collection.class.isAssignableFrom(member.getType())
                    || Map.class.isAssignableFrom(member.getType())
                    || member.getType().isArray();
            Size size = member.getAccessor().getAnnotation(Size.class);
            if (many && (member.getType() != List.class || size == null || size.max() > 1_000)) {
                unbounded.add(document.getSimpleName() + "." + member.getName());
            }
            if (member.getType().isRecord() && member.getType().getName().contains("command")) {
                lookThrough(member.getType(), unbounded);
            }
        }
    }

    @Test
    void aKeyThatIsNotAsciiIsMalformed() throws IOException {
        try (RawConnection somebody = new RawConnection(system.port())) {
            String body = sale("foreign-key");
            somebody.send("POST /api/v1/sales HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Connection: close\r\nAuthorization: Bearer " + system.administratorsToken()
                    + "\r\nIdempotency-Key: \u00c3\u0080\u009f\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body);

            assertThat(somebody.answerUntilTheEnd())
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"idempotency-key-malformed\"", "\"detail\":\"There is one Idempotency-Key");
        }
    }

    /** Each holds room for the line that it is about to finish. */
    @Test
    void anAccountSendsOnlySoManyBatchesAtATime() throws IOException {
        List<RawConnection> halfSent = new ArrayList<>();
        long head = system.log().head();
        try {
            for (int i = 0; i < 3; i++) {
                RawConnection till = new RawConnection(system.port());
                halfSent.add(till);
                till.send("POST /api/v1/sales/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + NDJSON
                        + "\r\nAuthorization: Bearer " + system.administratorsToken()
                        + "\r\nContent-Length: 60000000\r\n\r\n" + sale("half-sent-" + i) + "\n");
            }
            await().until(() -> system.log().head() == head + 9);

            Reply refused = system.post("/api/v1/sales/batch", NDJSON, sale("one-too-many"));

            refused(refused, 429, "too-many-requests", head + 9);
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(system.post("/api/v1/sales", sale("beside-batches")).status())
                    .isEqualTo(201);
        } finally {
            for (RawConnection till : halfSent) {
                till.close();
            }
        }
        await().until(() ->
                system.post("/api/v1/sales/batch", NDJSON, sale("at-last")).status() == 200);
    }
}
