package com.hotpotspot.query.explorer;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From a number on a receipt to the events and their proof in Chromium, where there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorerInBrowserTest {

    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @AfterAll
    void close() {
        side.close();
        database.close();
        chromium.close();
    }

    @Test
    void aSaleIsFollowedFromItsReceiptThroughItsEvents() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "4711", "2026-01-15T10:00:00Z", khinkali(5));
        side.caughtUpTo(log.head());
        try (Page page = chromium.newPage()) {
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.setViewportSize(390, 844);
            page.navigate(side.url("/"));
            page.locator("[data-figure=position]").click();
            assertThat(page.locator("h1")).hasText("Event 5");

            page.locator("input[name=q]").fill("vake 4711");
            page.locator("input[name=q]").press("Enter");

            assertThat(page.locator("h1")).hasText("sale:VAKE:0000004711");
            assertThat(page.locator("[data-sequence]")).hasCount(3);
            page.locator("[data-sequence='0'] th a").click();
            assertThat(page.locator("h1")).hasText("Event 3");
            assertThat(page.locator("#payload")).containsText("Khinkali");
            page.locator("summary").first().click();
            assertThat(page.locator("#stored-payload")).isVisible();
            page.locator("#later").click();
            assertThat(page.locator("h1")).hasText("Event 4");
            assertThat(page.locator("#connection")).hasText("Live");

            log.sell(vake, "4712", "2026-01-15T10:05:00Z", khinkali(1));

            assertThat(page.locator("[data-figure=head]")).hasText("8");
            Assertions.assertThat(page.evaluate("document.documentElement.scrollWidth <= 390"))
                    .as("nothing is wider than a telephone")
                    .isEqualTo(true);
            Assertions.assertThat(complaints).isEmpty();
        }
    }
}
