package com.hotpotspot.query.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.ApiDocumentOf;
import com.hotpotspot.testing.WrittenTable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** The document says what there is, and what it says is so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDocumentTest {

    private static final String DOCUMENT = "/v3/api-docs";

    /** How a door refuses a parameter that it does not know. */
    private static final Pattern KNOWN = Pattern.compile("the parameters here are ([^\".]+)\\.?\"");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.on(
            database,
            "hotpotspot.audit.seal=true",
            "hotpotspot.audit.every=100ms",
            "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
            "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());
    private final String served = body(DOCUMENT);
    private final ApiDocumentOf document = new ApiDocumentOf("query", served);

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theCommittedDocumentIsTheOneThatIsServed() throws IOException {
        assertThat(document.differenceFromCommitted("ApiDocumentTest")).isEmpty();
    }

    @Test
    void theListedRefusalsAreThoseOfItsDoors() throws IOException {
        List<String> columns = List.of("code", "status", "when, and what to do", "at");

        assertThat(new WrittenTable("endpoints.md", "refusals of the query side", columns)
                        .difference(document.refusalRows()))
                .isEmpty();
    }

    @Test
    void everyMemberIsDescribedWithItsUnitAndAnExampleAndEveryRefusalWithItsCodes() {
        assertThat(document.unsaid()).isEmpty();
    }

    @Test
    void everyDoorThatIsNoPageIsInItWithItsRoles() throws IOException {
        assertThat(document.described()).isNotEmpty().isEqualTo(document.listed(pages()));
    }

    @Test
    void itIsForWhoeverHasSignedIn() {
        assertThat(side.statusForNobody(DOCUMENT)).isEqualTo(401);
        assertThat(side.status(DOCUMENT, "POS_TERMINAL:VAKE")).isEqualTo(200);
        assertThat(body(DOCUMENT)).isEqualTo(served);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs.yaml", "/v3/api-docs/swagger-config", "/swagger-ui/index.html"})
    void thereIsNoOtherFormOfIt(String path) {
        assertThat(side.status(path, "ADMIN")).isEqualTo(404);
    }

    @Test
    void itNamesNoPlaceAndNoTime() {
        assertThat(served).doesNotContain("localhost").contains("\"url\" : \"/\"");
    }

    @Test
    void allThatItRefersToIsInIt() {
        assertThat(document.missing()).isEmpty();
    }

    /** Doors read their parameters by hand, so that nothing but this keeps the two together. */
    @ParameterizedTest
    @MethodSource("doors")
    void itNamesTheParametersThatADoorKnows(String door) {
        String refusal = answer(door, path(door) + "?nonsense=1", 400);
        Matcher known = KNOWN.matcher(refusal);
        List<String> parameters = known.find() ? List.of(known.group(1).split(", ")) : List.of();

        assertThat(document.queryParameters(door)).isEqualTo(parameters);
    }

    @ParameterizedTest
    @MethodSource("doors")
    void answersAreWhatItSays(String door) {
        if (document.operation(door).toString().contains("Answer\"")) {
            EntityExchangeResult<byte[]> answer = exchange(door, path(door));

            assertThat(document.misfit(door, answer.getStatus().value(), text(answer)))
                    .isEmpty();
        }
    }

    /** As one expression, with what they ask for and send. */
    private String pages() {
        return PagePaths.of(side).stream()
                .map(Pattern::quote)
                .collect(joining("|", "", "|/live|/language|/do/.*|/projections/.*"));
    }

    private Stream<String> doors() {
        return document.described().stream().map(described -> described.replaceFirst(": .*", ""));
    }

    private static String path(String door) {
        return PagePaths.filled(door.replaceFirst("^[A-Z]+ ", ""))
                .replace("{size}", "3")
                .replace("{versionNumber}", "7")
                .replace("{saleNumber}", "1")
                .replace("{rest}", "0/000");
    }

    private String answer(String door, String path, int status) {
        EntityExchangeResult<byte[]> answer = exchange(door, path);
        assertThat(answer.getStatus().value()).isEqualTo(status);
        assertThat(document.misfit(door, status, text(answer))).isEmpty();
        return text(answer);
    }

    private EntityExchangeResult<byte[]> exchange(String door, String path) {
        return side.client()
                .method(HttpMethod.valueOf(door.replaceFirst(" .*", "")))
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private String body(String path) {
        return text(exchange("GET " + path, path));
    }

    private static String text(EntityExchangeResult<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getResponseBody()), UTF_8);
    }
}
