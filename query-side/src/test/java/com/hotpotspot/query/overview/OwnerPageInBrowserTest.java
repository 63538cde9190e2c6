package com.hotpotspot.query.overview;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The owner's page in Chromium, where there is one. With {@code CI=true} there has to be one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerPageInBrowserTest {

    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @BeforeEach
    void everybodyIsAdministrator() {
        side.issuer().reset();
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
        chromium.close();
    }

    @Test
    void figuresMoveAsSalesHappen() {
        try (Page page = chromium.newPage()) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.DEMO);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
            side.caughtUpTo(log.head());
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(side.url("/?from=2026-01-01&to=2026-01-31"));
            page.evaluate("window.sameDocument = true");
            PlaywrightAssertions.assertThat(page.locator("#connection")).hasText("Live");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=sales]")).hasText("1");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=revenue]"))
                    .hasText("₾47.00");
            PlaywrightAssertions.assertThat(page.locator("#chart svg.chart")).isVisible();
            PlaywrightAssertions.assertThat(page.locator("#best")).containsText("Khinkali");

            log.sell(vake, "2", "2026-01-16T10:00:00Z", khinkali(20));

            PlaywrightAssertions.assertThat(page.locator("[data-figure=sales]")).hasText("2");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=revenue]"))
                    .hasText("₾83.00");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=period-revenue]"))
                    .hasText("₾83.00");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("VAKE"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("VAKE");
            PlaywrightAssertions.assertThat(page.locator("#days")).containsText("16 Jan 2026");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void anOpenPageSignsInAgainWhenTimeIsUp() {
        try (Page page = chromium.newPage()) {
            side.issuer().lifetime(Duration.ofSeconds(3));
            page.navigate(side.url("/"));
            PlaywrightAssertions.assertThat(page.locator("#person")).hasText("administrator");

            await().atMost(Duration.ofSeconds(30)).until(() -> side.issuer().signIns() > 1);
            side.issuer().lifetime(Duration.ofMinutes(10));

            PlaywrightAssertions.assertThat(page.locator("#connection")).hasText("Live");
            PlaywrightAssertions.assertThat(page.locator("#person")).hasText("administrator");
            assertThat(page.url()).isEqualTo(side.url("/"));
        }
    }

    @Test
    void whatWasPastedIsInTheFormAgainForWhoeverHadToSignInToCheckIt() {
        try (Page page = chromium.newPage()) {
            page.navigate(side.url("/audit"));
            page.locator("textarea[name=event]").fill("{\"position\":1}");
            page.locator("textarea[name=proof]").fill("c2sp.org/tlog-proof@v1\nindex 1");
            page.context().clearCookies();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("nothing was done with what you sent");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Audit log");
            PlaywrightAssertions.assertThat(page.locator("textarea[name=event]"))
                    .hasValue("{\"position\":1}");
            PlaywrightAssertions.assertThat(page.locator("textarea[name=proof]"))
                    .hasValue("c2sp.org/tlog-proof@v1\nindex 1");
            page.locator("textarea[name=event]").fill("");
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("textarea[name=event]"))
                    .hasValue("");
        }
    }

    @Test
    void whoeverWasSignedOutMeanwhileIsLedBackToThePageOfTheFormThatTheySent() {
        // A script would load the page anew, and have it signed in, before anything is pressed.
        try (Page page = chromium.newPageWithoutScripts()) {
            page.navigate(side.url("/projections"));
            page.context().clearCookies();

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fill anew"))
                    .first()
                    .click();
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("nothing was done with what you sent");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Projections");
        }
    }

    /** The form leads over the issuer, which the page's policy has to allow. */
    @Test
    void whoeverSignsOutIsAskedWhoTheyAre() {
        try (Page page = chromium.newPage()) {
            page.navigate(side.url("/"));

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText(TestIssuer.QUESTION);
        }
    }
}
