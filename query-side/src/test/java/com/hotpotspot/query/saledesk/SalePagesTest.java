package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages where people find a sale and look at it, as HTML. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalePagesTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
        log.sell(gori, "G-1", "2026-01-16T10:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void aListLeadsToEachSaleAndGoesOn() {
        for (int number = 1; number <= 51; number++) {
            log.sell(vake, "L" + number, "2026-02-01T10:00:00Z", khinkali(1));
        }
        side.caughtUpTo(log.head());

        String page = html("/sales?from=2026-02-01&to=2026-02-01");

        assertThat(page)
                .contains("href=\"/nodes/VAKE/sales/L51\"", "aria-sort=\"descending\"", "As of position")
                .contains("href=\"/sales?from=2026-02-01&amp;to=2026-02-01&amp;sort=LARGEST\"")
                .doesNotContain("/sales/L1\"", "href=\"/sales?from=2026-02-01&amp;to=2026-02-01\"");
        String next =
                page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
        assertThat(html(next))
                .contains("/sales/L1\"", "href=\"/sales?from=2026-02-01&amp;to=2026-02-01\"")
                .doesNotContain("rel=\"next\"", "/sales/L51\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | 007        | A number has at most 40 letters",
                "number | <b>4711    | A number has at most 40 letters",
                "from   | yesterday  | A day is written like 2026-01-31.",
                "to     | 1999-01-01 | The days must lie between 1 Jan 2000 and 1 Jan 2100.",
                "amount | 1,234.50   | An amount is written like 12.50.",
                "least  | much       | The smallest amount is written like 12.50.",
                "most   | 1e3        | The largest amount is written like 12.50",
            })
    void whatCannotBeIsSaidAtItsFieldAndNothingIsLost(String field, String typed, String wrong) {
        String page = html(
                side.clientAs("ADMIN"),
                "/sales?node=VAKE&{field}={typed}".replace("{field}", field).replace("{typed}", encoded(typed)),
                400);

        assertThat(page)
                .contains("id=\"wrong-" + field + "\"", "aria-describedby=\"wrong-" + field + "\"", wrong)
                .contains("value=\"" + typed.replace("<", "&lt;").replace(">", "&gt;") + "\"")
                .contains("<option value=\"VAKE\" selected=\"selected\">")
                .doesNotContain("<b>4711", "id=\"found\"", "data-state=\"connecting\"");
    }

    @Test
    void daysAndAmountsInTheWrongOrderAreSaidAtOnce() {
        assertThat(html(
                        side.clientAs("ADMIN"),
                        "/sales?from=2026-01-02&to=2026-01-01&least=12,50&most=%2012.49%20",
                        400))
                .contains("id=\"wrong-from\"", "The first day must not be after the last.")
                .contains("id=\"wrong-most\"", "is not less than the smallest");
        assertThat(html("/sales?least=9,5&most=%2047.00%20&amount=47")).contains("data-sale=\"VAKE:0000000001\"");
    }

    @Test
    void aFranchiseeChoosesAmongTheirNodes() {
        String page = html(side.clientAs("FRANCHISEE:GORI"), "/sales", 200);

        assertThat(page)
                .contains("<option value=\"GORI\"", "href=\"/nodes/GORI/sales/G-1\"", "href=\"/sales\"")
                .doesNotContain("VAKE");
    }

    @Test
    void aSaleSaysWhatWasSoldWhatItMintedAndWhatHappened() {
        String page = html("/nodes/VAKE/sales/1");

        assertThat(page)
                .contains("<h1 class=\"hash\">Sale 1</h1>", "₾47.00", "15 Jan 2026", "TILL-1")
                .contains("Khachapuri", "18.00", "Paid otherwise, or not said how")
                .contains("data-figure=\"minted\">1.00<", "class=\"status on\" data-figure=\"check\">Issued<")
                .contains("The sale was recorded", "Tokens were minted", "The check was issued")
                .contains("href=\"/audit?position=5\"", "href=\"/api/v1/nodes/VAKE/sales/1/proof\"")
                .contains("Nothing was taken back.", "As of position")
                .doesNotContain("??", "laim code", "style=", "onclick");
    }

    @Test
    void whatWasTakenBackIsSaidWithWhoAndWhy() {
        log.sell(vake, "voided", "2026-01-17T10:00:00Z", khinkali(1));
        log.sell(vake, "refunded", "2026-01-17T10:00:00Z", khinkali(2));
        SaleId voided = SaleId.of(vake, new SaleNumber("voided"));
        log.append(new SaleVoidApproved(
                voided, vake, new AccountId("somebody-else"), Instant.parse("2026-01-17T10:10:00Z")));
        log.takeBack(vake, "voided");
        log.refund(vake, "refunded", "R-7", 100);
        log.refund(vake, "refunded", "R-8", 50);

        // At once: the page is made from the log itself.
        assertThat(html("/nodes/VAKE/sales/voided"))
                .contains(
                        "class=\"status off\">Voided<",
                        "the payment failed",
                        "till-4-vake-till-1",
                        "Tokens were burned")
                .contains("Somebody approved of a void");
        assertThat(html("/nodes/VAKE/sales/refunded"))
                .contains("class=\"status off\">Refunded<", "R-7", "R-8", ">1.00<", ">0.50<", "quality");
    }

    @Test
    void aCheckThatIsLockedSaysSoUntilTheLockIsOver() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (String number : new String[] {"locked", "unlocked"}) {
            log.sell(vake, number, "2026-01-18T10:00:00Z", khinkali(1));
            SaleId sale = SaleId.of(vake, new SaleNumber(number));
            Duration ahead = Duration.ofMinutes(number.equals("locked") ? 30 : -30);
            log.append(
                    new CheckCodeRefused(sale, sale.check(), 5), new CheckLocked(sale, sale.check(), now.plus(ahead)));
        }

        assertThat(html("/nodes/VAKE/sales/locked")).contains("Locked against typed codes", "Locked until");
        assertThat(html("/nodes/VAKE/sales/unlocked"))
                .contains(">Issued<", "A wrong code was named")
                .doesNotContain("Locked until");
        log.claim(vake, "locked");
        assertThat(html("/nodes/VAKE/sales/locked")).contains(">Claimed<").doesNotContain("Locked until");
    }

    @Test
    void ofVeryManyEventsTheFirstAndTheLastAreListed() {
        log.sell(vake, "guessed", "2026-01-19T10:00:00Z", khinkali(1));
        SaleId sale = SaleId.of(vake, new SaleNumber("guessed"));
        log.append(IntStream.range(0, 600)
                .mapToObj(each -> new CheckCodeRefused(sale, sale.check(), 1))
                .toArray(Event[]::new));
        log.takeBack(vake, "guessed");

        assertThat(html("/nodes/VAKE/sales/guessed"))
                .contains("Not shown between the first and the last of them: 506.", "The sale was recorded")
                .contains("class=\"status off\">Voided<", "data-event=\"check.voided\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/nodes/VAKE/sales/never, ADMIN, 404, There is no such sale at this node.",
        "/nodes/NONE/sales/1, ADMIN, 404, There is no such sale at this node.",
        "/nodes/VAKE/sales/007, ADMIN, 400, Bad request",
        "/nodes/VAKE/sales/G-1, FRANCHISEE:GORI, 403, Your role is not about this node.",
        "/nodes/VAKE/sales/1, FRANCHISEE:GORI, 403, Your role is not about this node.",
        "/nodes/NONE/sales/1, FRANCHISEE:GORI, 403, Your role is not about this node.",
        "/nodes/VAKE/sales/1, POS_TERMINAL:VAKE, 403, None of your roles allows this.",
        "/nodes/VAKE/sales/1, ANALYST, 403, None of your roles allows this.",
        "/nodes/GORI/sales/G-1, FRANCHISEE:GORI, 200, Sale G-1",
        "/nodes/VAKE/sales/1, REGULATOR, 200, Sale 1",
    })
    void aSaleIsShownToThoseWhoseBusinessItIs(String path, String role, int status, String said) {
        assertThat(html(side.clientAs(role), path, status)).contains(said);
    }

    @Test
    void aNumberThatWouldLeadElsewhereIsReachedWithItsNode() {
        log.sell(vake, "..", "2026-01-20T10:00:00Z", khinkali(1));
        side.caughtUpTo(log.head());

        assertThat(html("/sales?number=..")).contains("href=\"/nodes/VAKE/sales/VAKE:..\"");
        assertThat(html("/nodes/VAKE/sales/VAKE:..")).contains("Sale ..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sales?number=1", "/nodes/VAKE/sales/1"})
    void anOpenPageTakesItsPartsFromItself(String path) {
        String whole = html(path);
        String moving = body(side.client()
                .get()
                .uri(path)
                .header("HX-Request", "true")
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(moving).doesNotContain("<form", "<header", "<script");
        for (String part : whole.replaceAll("(?s).*hx-select-oob=\"([^\"]+)\".*", "$1")
                .replaceAll(":\\w+", "")
                .split(",")) {
            assertThat(moving).contains("id=\"" + part.substring(1) + '"');
        }
    }

    @Test
    void bothPagesAreInTheLanguageThatIsAskedFor() {
        assertThat(inLanguage("/sales?number=007", "ka", 400)).contains("<h1>გაყიდვები</h1>", "ნომერი არაუმეტეს 40");
        assertThat(inLanguage("/nodes/VAKE/sales/1", "ru", 200))
                .contains("Продажа 1", "Чек выдан", "Ничего не возвращали.");
        assertThat(inLanguage("/nodes/VAKE/sales/never", "ka", 404)).contains("ამ პუნქტს ასეთი გაყიდვა არ ჰქონია.");
    }

    private String inLanguage(String path, String language, int status) {
        return body(side.client()
                .get()
                .uri(path)
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private String html(String path) {
        return html(side.client(), path, 200);
    }

    private static String html(WebTestClient client, String path, int status) {
        return body(client.get()
                .uri(uri -> URI.create(uri.build() + path))
                .header("Accept", "text/html")
                .exchange()
                .expectStatus()
                .isEqualTo(status));
    }

    private static String encoded(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static String body(WebTestClient.ResponseSpec response) {
        byte[] body = response.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
