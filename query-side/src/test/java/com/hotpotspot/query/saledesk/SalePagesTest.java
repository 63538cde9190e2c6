package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.query.testing.PageReader;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page where people look at a sale, as HTML, and what it has in common with the list. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalePagesTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final PageReader pages = new PageReader(side);
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
    void aSaleSaysWhatWasSoldWhatItMintedAndWhatHappened() {
        String page = pages.html("/nodes/VAKE/sales/1");

        assertThat(page)
                .contains("<h1 class=\"hash\">Sale 1</h1>", "₾47.00", "15 Jan 2026", "TILL-1")
                .contains("Khachapuri", "18.00", "Paid otherwise, or not said how")
                .contains("data-figure=\"minted\">1.00<", "class=\"status on\" data-figure=\"check\">Issued<")
                .contains("The sale was recorded", "Tokens were minted", "The check was issued")
                .contains("href=\"/explorer/events/5\"", "href=\"/api/v1/nodes/VAKE/sales/1/proof\"")
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
        assertThat(pages.html("/nodes/VAKE/sales/voided"))
                .contains(
                        "class=\"status off\">Voided<",
                        "the payment failed",
                        "till-4-vake-till-1",
                        "Tokens were burned")
                .contains("Somebody approved of a void");
        assertThat(pages.html("/nodes/VAKE/sales/refunded"))
                .contains("class=\"status off\">Refunded<", "R-7", "R-8", ">1.00<", ">0.50<", "quality");
    }

    @Test
    void whoeverHasANameIsCalledByIt() {
        AccountId shift = new AccountId("account-of-the-shift");
        log.append(new AccountCreated(shift, AccountKind.PERSON));
        log.append(new SignInNameGiven(shift, new SignInName("shift-lead")));
        log.sell(vake, "named", "2026-01-17T10:00:00Z", khinkali(2));
        log.by(shift).refund(vake, "named", "R-9", 100);
        side.caughtUpTo(log.head());

        for (String page : List.of("/nodes/VAKE/sales/named", "/nodes/VAKE/reversals")) {
            assertThat(pages.html(page)).contains("data-account=\"account-of-the-shift\">shift-lead<");
        }
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

        assertThat(pages.html("/nodes/VAKE/sales/locked")).contains("Locked against typed codes", "Locked until");
        assertThat(pages.html("/nodes/VAKE/sales/unlocked"))
                .contains(">Issued<", "A wrong code was named")
                .doesNotContain("Locked until");
        log.claim(vake, "locked");
        assertThat(pages.html("/nodes/VAKE/sales/locked")).contains(">Claimed<").doesNotContain("Locked until");
    }

    @Test
    void ofVeryManyEventsTheFirstAndTheLastAreListed() {
        log.sell(vake, "guessed", "2026-01-19T10:00:00Z", khinkali(1));
        SaleId sale = SaleId.of(vake, new SaleNumber("guessed"));
        log.append(IntStream.range(0, 600)
                .mapToObj(each -> new CheckCodeRefused(sale, sale.check(), 1))
                .toArray(Event[]::new));
        log.takeBack(vake, "guessed");

        assertThat(pages.html("/nodes/VAKE/sales/guessed"))
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
        assertThat(PageReader.html(side.clientAs(role), path, status)).contains(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sales?number=1", "/nodes/VAKE/sales/1"})
    void anOpenPageTakesItsPartsFromItself(String path) {
        String whole = pages.html(path);
        String moving = PageReader.body(side.client()
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
        assertThat(pages.inLanguage("/sales?number=a/b", "ka", 400))
                .contains("<h1>გაყიდვები</h1>", "ნომერი არაუმეტეს 40");
        assertThat(pages.inLanguage("/nodes/VAKE/sales/1", "ru", 200))
                .contains("Продажа 1", "Чек выдан", "Ничего не возвращали.");
        assertThat(pages.inLanguage("/nodes/VAKE/sales/never", "ka", 404))
                .contains("ამ პუნქტს ასეთი გაყიდვა არ ჰქონია.");
    }
}
