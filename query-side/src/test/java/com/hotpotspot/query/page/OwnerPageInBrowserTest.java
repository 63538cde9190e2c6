package com.hotpotspot.query.page;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.TestDatabase;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The owner's page in Chromium, where there is one. With {@code CI=true} there has to be one. */
class OwnerPageInBrowserTest {

    @Test
    void figuresMoveAsSalesHappen() {
        Path executable = executable();
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.withPages(database);
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = chromium(playwright, executable);
                Page page = browser.newPage()) {
            WrittenLog log = new WrittenLog(database);
            log.found(NetworkPurpose.DEMO);
            NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
            log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
            side.caughtUpTo(log.head());
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.navigate(side.url("/"));
            page.evaluate("window.sameDocument = true");
            PlaywrightAssertions.assertThat(page.locator("#connection")).hasText("Live");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=sales]")).hasText("1");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=revenue]"))
                    .hasText("47.00");
            PlaywrightAssertions.assertThat(page.locator("#chart canvas")).isVisible();
            PlaywrightAssertions.assertThat(page.locator("#best")).containsText("Khinkali");

            log.sell(vake, "2", "2026-01-16T10:00:00Z", khinkali(20));

            PlaywrightAssertions.assertThat(page.locator("[data-figure=sales]")).hasText("2");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=revenue]"))
                    .hasText("83.00");
            PlaywrightAssertions.assertThat(page.locator("[data-figure=period-revenue]"))
                    .hasText("83.00");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("VAKE"))
                    .click();
            PlaywrightAssertions.assertThat(page.locator("h1")).hasText("VAKE");
            PlaywrightAssertions.assertThat(page.locator("#days")).containsText("2026-01-16");
            assertThat(complaints).isEmpty();
        }
    }

    private static Path executable() {
        Optional<Path> found = Stream.concat(
                        Stream.of("/usr/bin"), Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("No Chromium was found, and CI=true says there has to be one");
        }
        Assumptions.assumeTrue(
                found.isPresent(), "No Chromium in /usr/bin or on the PATH: the browser test is left out");
        return found.orElseThrow();
    }

    private static Browser chromium(Playwright playwright, Path executable) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }
}
