package com.hotpotspot.query.page;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Which language a page is in, and whether all of it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {

    private static final String CHOICE = "HPS-LANGUAGE";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final WrittenLog log = new WrittenLog(database);
    private NodeId gori = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.DEMO);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(100), khachapuri(20));
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ka                                  | ka    | საფულეები",
                "ka-GE, en;q=0.5                     | ka    | საფულეები",
                "de-AT, ru;q=0.8, ka;q=0.9, en;q=0.7 | ka    | საფულეები",
                "ru-RU, ru;q=0.9                     | ru    | Кошельки",
                "RU                                  | ru    | Кошельки",
                "en-US                               | en-GB | Wallets",
                "de, fr;q=0.9                        | en-GB | Wallets",
                "*                                   | en-GB | Wallets",
                "ka;q=0                              | en-GB | Wallets",
                "not a language                      | en-GB | Wallets",
            })
    void aPageIsInTheLanguageThatABrowserAsksFor(String wishes, String language, String title) {
        EntityExchangeResult<byte[]> page = page("/wallets", wishes, "");

        assertThat(text(page)).contains("<html lang=\"" + language + "\"", "<h1>" + title + "</h1>");
        assertThat(page.getResponseHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE))
                .isEqualTo(language);
        assertThat(page.getResponseHeaders().getVary()).contains("Accept-Language", "Cookie");
    }

    @Test
    void whoeverAsksForNoneOrForTooManyGetsEnglish() {
        assertThat(text(page("/wallets", "", ""))).contains("<h1>Wallets</h1>");
        assertThat(text(page("/wallets", "ka, ".repeat(200) + "ru", ""))).contains("<h1>Wallets</h1>");
    }

    @Test
    void whatWasChosenGoesBeforeWhatTheBrowserAsksFor() {
        assertThat(text(page("/wallets", "ru", "ka"))).contains("<h1>საფულეები</h1>");
        assertThat(text(page("/wallets", "ru", "tlh"))).contains("<h1>Кошельки</h1>");
    }

    /** Whatever page it is, and whatever part of it. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ka", "ru"})
    void noPageLacksAText(String language) {
        for (String path : PagePaths.of(side)) {
            assertThat(text(page(PagePaths.filled(path), "", language)))
                    .as(path)
                    .doesNotContain("??");
        }
    }

    @Test
    void moneyNumbersAndDaysAreWrittenAsInTheLanguage() {
        assertThat(plain(text(page("/nodes/VAKE?from=2026-01-15&to=2026-01-15", "", "ka"))))
                .contains("data-figure=\"revenue\">470,00 ₾<", ">15 იან. 2026<", "თბილისის დროით", ">470,00<");
        assertThat(plain(text(page("/nodes/VAKE?from=2026-01-15&to=2026-01-15", "", "ru"))))
                .contains("data-figure=\"revenue\">470,00 ₾<", ">15 янв. 2026 г.<", "Собственная точка сети");
    }

    @Test
    void aRefusalIsAPageInTheSameLanguage() {
        side.client()
                .get()
                .uri("/nodes/NONE")
                .header(HttpHeaders.ACCEPT, "text/html")
                .cookie(CHOICE, "ka")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, "ka")
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<html lang=\"ka\"", "ქსელში ასეთი პუნქტი არ არის."));
    }

    @Test
    void programsAreAnsweredInOneLanguageWhateverTheyAskFor() {
        side.client()
                .get()
                .uri("/api/v1/nodes/NONE/sales")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "ka")
                .cookie(CHOICE, "ru")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_LANGUAGE)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The network has no such node.");
    }

    @Test
    void theChoiceIsRememberedForAYearAndLeadsBackToThePage() {
        try (Browser browser = new Browser()) {
            browser.open(side.url("/wallets?shown=all"));
            HttpResponse<String> page = browser.submitWith(
                    side.url("/language"),
                    browser.open(side.url("/wallets?shown=all")),
                    "language=ka&back=%2Fwallets%3Fshown%3Dall");

            assertThat(page.uri()).hasToString(side.url("/wallets?shown=all"));
            assertThat(page.body())
                    .contains("<h1>საფულეები</h1>", "name=\"back\" value=\"/wallets?shown=all\"")
                    .containsPattern("value=\"ka\"[^>]* aria-current=\"true\"");
            assertThat(browser.setCookies(CHOICE))
                    .singleElement()
                    .asString()
                    .startsWith(CHOICE + "=ka;")
                    .contains("Path=/", "Max-Age=31536000", "HTTPOnly", "SameSite=Lax")
                    .doesNotContain("Secure");
        }
    }

    @Test
    void nobodyIsLedElsewhereAndNothingElseCanBeChosen() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "")) {
            choose("ru", elsewhere).expectStatus().isSeeOther().expectHeader().location("/");
        }
        choose("tlh", "/").expectStatus().isBadRequest().expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
        choose("", "/").expectStatus().isBadRequest();
    }

    /** Each page in turn, from the network's, which moves as something is sold. */
    @Test
    void whoeverChoosesALanguageReadsAllPagesInIt() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        int sales = 1;
        try (Chromium chromium = Chromium.orSkip()) {
            for (Reading reading : Reading.ALL) {
                try (Page page = chromium.newPage()) {
                    page.onConsoleMessage(message -> complaints.add(message.text()));
                    page.onPageError(complaints::add);
                    reading.choose(page, side);

                    sales++;
                    log.sell(gori, "B" + sales, "2026-01-16T10:00:00Z", khinkali(1));

                    reading.follow(page, sales);
                    reading.goThrough(page);
                }
            }
        }
        assertThat(complaints).isEmpty();
    }

    private WebTestClient.ResponseSpec choose(String language, String back) {
        return side.nobody()
                .post()
                .uri("/language")
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .bodyValue("language=" + language + "&back=" + back)
                .exchange();
    }

    private EntityExchangeResult<byte[]> page(String path, String wishes, String chosen) {
        WebTestClient.RequestHeadersSpec<?> request =
                side.client().get().uri(path).header(HttpHeaders.ACCEPT, "text/html");
        if (!wishes.isEmpty()) {
            request.header(HttpHeaders.ACCEPT_LANGUAGE, wishes);
        }
        if (!chosen.isEmpty()) {
            request.cookie(CHOICE, chosen);
        }
        return request.exchange().expectStatus().isOk().expectBody().returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> page) {
        return new String(Objects.requireNonNull(page.getResponseBody()), StandardCharsets.UTF_8);
    }

    /** With plain spaces for those that do not break. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
