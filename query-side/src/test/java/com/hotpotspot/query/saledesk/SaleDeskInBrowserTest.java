package com.hotpotspot.query.saledesk;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Somebody finds a sale and looks at it, in Chromium, where there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaleDeskInBrowserTest {

    private static final String UNFOLD = "document.querySelectorAll('details').forEach(each => each.open = true)";

    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final WrittenLog log = new WrittenLog(database);
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        for (int number = 1; number <= 20; number++) {
            log.sell(vake, "V" + number, "2026-01-15T10:00:00Z", khinkali(number), khachapuri(1));
        }
        side.caughtUpTo(log.head());
    }

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
    void aSaleIsFoundLookedAtAndSeenToBeTakenBack() {
        try (Page page = chromium.newPage()) {
            page.setViewportSize(390, 800);
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(side.url("/sales"));
            assertThat(isNarrow(page)).isTrue();
            page.getByLabel("At least").fill("48,5");
            page.getByLabel("At most").fill("50.50");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("[data-sale]")).hasCount(2);
            PlaywrightAssertions.assertThat(page.getByLabel("At least")).hasValue("48,5");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amount"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("[data-sale]").first()).containsText("V20");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("V20").setExact(true))
                    .click();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Sale V20");
            PlaywrightAssertions.assertThat(page.locator("#connection")).hasText("Live");
            PlaywrightAssertions.assertThat(page.locator("#state")).hasText("Recorded");
            assertThat(isNarrow(page)).isTrue();
            log.takeBack(vake, "V20");
            PlaywrightAssertions.assertThat(page.locator("#state")).hasText("Voided");
            PlaywrightAssertions.assertThat(page.locator("#taken-back")).containsText("the payment failed");
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void whatWasBegunIsStillThereWhenThePageWasLoadedAnewAndGoneWhenItWasLeftEmpty() {
        try (Page page = chromium.newPage()) {
            side.issuer().people("NETWORK_OWNER");
            page.navigate(side.url("/administration"));
            page.evaluate(UNFOLD);
            Locator city = page.locator("form[action='/do/nodes'] [name=city]");
            city.fill("Kutaisi");

            page.reload();

            PlaywrightAssertions.assertThat(city).hasValue("Kutaisi");
            PlaywrightAssertions.assertThat(city).isVisible();
            PlaywrightAssertions.assertThat(city).isFocused();
            page.context().clearCookies();
            side.issuer().peopleOf("somebody-else", null);
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("#person")).hasText("somebody-else");
            PlaywrightAssertions.assertThat(city).hasValue("");
            page.evaluate(UNFOLD);
            city.fill("Batumi");
            page.reload();
            PlaywrightAssertions.assertThat(city).hasValue("Batumi");
            city.fill("");
            page.reload();
            PlaywrightAssertions.assertThat(city).hasValue("");
        }
    }

    /** Whether nothing has to be moved sideways to be seen. */
    private static boolean isNarrow(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
    }
}
