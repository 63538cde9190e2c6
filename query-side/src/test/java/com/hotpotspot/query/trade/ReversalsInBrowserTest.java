package com.hotpotspot.query.trade;

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** From a figure to the rows behind it, in Chromium, where there is one. */
class ReversalsInBrowserTest {

    @Test
    void theFigureOfVoidsLeadsToTheVoidsOfThePeriod() {
        try (Chromium chromium = Chromium.orSkip();
                TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database);
                Page page = chromium.newPage()) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.LIVE);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(1));
            log.sell(vake, "2", "2026-01-15T10:00:00Z", khinkali(2));
            log.sell(vake, "3", "2026-01-16T10:00:00Z", khinkali(3));
            log.takeBack(vake, "2");
            side.caughtUpTo(log.head());
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);

            page.navigate(side.url("/"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("The last day with sales"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("[data-figure=period-sales]"))
                    .hasText("1");
            page.navigate(side.url("/?from=2026-01-15&to=2026-01-16"));
            page.locator("a:has([data-figure=voids])").click();

            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Voids and refunds");
            PlaywrightAssertions.assertThat(page.locator("#rows tbody tr")).hasCount(1);
            PlaywrightAssertions.assertThat(page.locator("#rows")).containsText("VAKE:0000000002");

            log.takeBack(vake, "3");

            PlaywrightAssertions.assertThat(page.locator("#rows tbody tr")).hasCount(2);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("largest amount"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("#rows tbody tr").first())
                    .containsText("VAKE:0000000003");
            assertThat(complaints).isEmpty();
        }
    }
}
