package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestCommandSide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes a sale back on its page, when, and what they are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakingBackTest {

    private static final String SOLD = "2026-01-15T10:00:00Z";
    private static final String KEY = "&.key=0190f3c1-0000-7000-8000-000000000001";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final TestCommandSide commandSide = new TestCommandSide();
    private final RunningQuerySide side =
            RunningQuerySide.withPages(database, "hotpotspot.relay.command-side=" + commandSide.address());
    private NodeId vake = new NodeId("UNREGISTERED");
    private Browser browser = new Browser();

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        log.append(new VoidApprovalSet(Tetri.of(1000)));
        vake = log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        NodeId closed = log.register("CLOSED", NodeType.FRANCHISE, "Tbilisi");
        log.sell(vake, "1", SOLD, khinkali(10));
        log.sell(vake, "small", SOLD, khinkali(1));
        log.sell(vake, "claimed", SOLD, khinkali(10));
        log.claim(vake, "claimed");
        sellLongAgo("old");
        sellLongAgo("given-back");
        log.refund(vake, "given-back", "PAGE-1", 300);
        sellLongAgo("all-given-back");
        log.refund(vake, "all-given-back", "R-1", 1800);
        log.sell(vake, "voided", SOLD, khinkali(10));
        log.takeBack(vake, "voided");
        log.sell(closed, "1", SOLD, khinkali(10));
        log.append(new TerminalRevoked(closed, WrittenLog.TILL));
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void somebodyNew() {
        browser = new Browser();
        side.issuer().reset();
        side.issuer().people("FRANCHISEE:VAKE");
        commandSide.sent().clear();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        commandSide.close();
        database.close();
    }

    @Test
    void aSaleIsVoidedWithinItsWindowAndRefundedAfterIt() {
        assertThat(page("1").body())
                .contains("action=\"/do/sales/VAKE:0000000001/void\"", "/void/approval\"", "the order was cancelled")
                .contains("<option value=\"TILL-1\" selected=\"selected\">")
                .doesNotContain("/refunds\"");
        assertThat(page("old").body())
                .contains("action=\"/do/sales/VAKE:old/refunds\"", "goodwill", "value=\"18.00\"", "value=\"PAGE-1\"")
                .doesNotContain("/void\"", "/void/approval\"");
        assertThat(page("claimed").body()).contains("/do/sales/VAKE:claimed/refunds\"");
        assertThat(page("given-back").body()).contains("value=\"15.00\"", "₾15.00", "value=\"PAGE-2\"");
    }

    @ParameterizedTest
    @CsvSource({"1, its tokens are burned, /void", "old, is not undone, /refunds"})
    void takingBackIsNotUndoneSoThatItAsksFirst(String number, String what, String door) {
        assertThat(page(number).body())
                .containsPattern("<details class=\"ask\"[^>]*>(?s:(?!</details>).)*" + what
                        + "(?s:(?!</details>).)*action=\"/do/sales/[^\"]*" + door + "\"");
    }

    @Test
    void anApprovalIsAskedForOnlyWhereAVoidTakesOne() {
        assertThat(page("1").body()).contains("The void of a sale above ₾10.00", "/void/approval\"");
        assertThat(page("small").body()).contains("This void takes no approval").doesNotContain("/void/approval\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"voided", "all-given-back"})
    void whatWasTakenBackAsAWholeCanNotBeTakenBackAgain(String number) {
        assertThat(page(number).body()).doesNotContain("/do/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "REGULATOR", "AUDITOR", "COMPLIANCE_HEAD"})
    void whoOnlyLooksHasNoForms(String role) {
        side.issuer().people(role);

        assertThat(page("1").body()).contains("Sale 1").doesNotContain("/do/");
    }

    @Test
    void theNetworksOwnerTakesBackAnywhereButNotForATillThatMayNotSell() {
        side.issuer().people("NETWORK_OWNER");

        assertThat(page("1").body())
                .contains("/do/sales/VAKE:0000000001/void\"", "a part of the money can be given back instead");
        assertThat(browser.open(side.url("/nodes/CLOSED/sales/1")).body())
                .contains("No till of the node may sell")
                .doesNotContain("/do/sales/CLOSED:0000000001/void\"");
    }

    @Test
    void aVoidGoesToTheCommandSideAndIsSaidToBeDone() {
        commandSide.records(log.head(), "");

        HttpResponse<String> shown = submit("1", "/void", "terminalId=TILL-1&reason=NOT_SERVED");

        assertThat(commandSide.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo("POST /api/v1/sales/VAKE:0000000001/void");
            assertThat(sent.body()).isEqualTo("{\"terminalId\":\"TILL-1\",\"reason\":\"NOT_SERVED\"}");
        });
        assertThat(shown.uri()).hasToString(side.url("/nodes/VAKE/sales/1"));
        assertThat(shown.body()).contains("Done. It is recorded at position " + log.head());
    }

    @Test
    void aRefundIsTypedInLariAndKeptWhereItIsRefused() {
        commandSide.refuses(422, "refund-too-large", "");

        HttpResponse<String> shown = submit(
                "old", "/refunds", "terminalId=TILL-1&refundNumber=PAGE-1&amountTetri%3Alari=19%2C5&reason=QUALITY");

        assertThat(commandSide.sent())
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.body()).contains("\"amountTetri\":1950", "\"refundNumber\":\"PAGE-1\""));
        assertThat(shown.body())
                .contains("role=\"alert\"", "value=\"19,5\"")
                .contains("<option value=\"QUALITY\" selected=\"selected\">");
    }

    @Test
    void anAmountThatCannotBeIsSaidAtItsFieldInTheLanguageOfThePage() {
        browser.submitWith(side.url("/language"), page("old"), "language=ka&back=%2F");

        HttpResponse<String> shown = submit("old", "/refunds", "terminalId=TILL-1&amountTetri%3Alari=much");

        assertThat(shown.body()).contains("aria-invalid=\"true\"", "value=\"much\"", "ეს თანხა უნდა იყოს ლარში");
        assertThat(commandSide.sent()).isEmpty();
    }

    @Test
    void whoeverElseLooksAfterTheNodeApprovesOfAVoid() {
        commandSide.refuses(409, "void-window-over", "");

        HttpResponse<String> shown = submit("1", "/void/approval", "");

        assertThat(commandSide.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.line()).endsWith("/sales/VAKE:0000000001/void/approval"));
        assertThat(shown.body()).contains("It is too late to void");
    }

    /** Whose void window has ended. */
    private void sellLongAgo(String number) {
        log.append(Stream.of(log.sale(vake, number, Instant.parse(SOLD), khinkali(10)))
                .map(event -> event instanceof TokensMinted mint ? ended(mint) : event)
                .toArray(Event[]::new));
    }

    private static TokensMinted ended(TokensMinted mint) {
        return new TokensMinted(
                mint.sale(),
                mint.node(),
                mint.policyVersion(),
                mint.mintedUnits(),
                mint.ownerWallet(),
                mint.ownerUnits(),
                mint.buyerWallet(),
                mint.buyerUnits(),
                mint.royaltyWallet(),
                mint.royaltyUnits(),
                mint.voidableUntil().minus(Duration.ofDays(2)));
    }

    private HttpResponse<String> page(String number) {
        return browser.open(side.url("/nodes/VAKE/sales/" + number));
    }

    private HttpResponse<String> submit(String number, String door, String entered) {
        HttpResponse<String> page = page(number);
        String sale = number.equals("1") ? "VAKE:0000000001" : "VAKE:" + number;
        return browser.submitWith(
                side.url("/do/sales/" + sale + door),
                page,
                entered + (entered.isEmpty() ? "" : "&") + ".back=%2Fnodes%2FVAKE%2Fsales%2F" + number + KEY);
    }
}
