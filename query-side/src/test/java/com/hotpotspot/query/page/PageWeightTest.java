package com.hotpotspot.query.page;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many bytes a page takes on the way to Chromium, where there is one, with all that it needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageWeightTest {

    private static final long FIRST_VISIT = 150_000;
    private static final long NEXT_VISIT = 30_000;

    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final AtomicLong bytes = new AtomicLong();

    /** For whoever looks at them; no test depends on a time. */
    private final StringBuilder figures = new StringBuilder();

    private Page page;
    private CDPSession network;

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        for (int day = 10; day < 30; day++) {
            log.sell(vake, Integer.toString(day - 9), "2026-01-" + day + "T10:00:00Z", khinkali(10), khachapuri(2));
        }
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        side.caughtUpTo(log.head());
    }

    @BeforeAll
    void open() {
        page = chromium.newPage();
        page.setExtraHTTPHeaders(Map.of("Authorization", side.authorization()));
        network = page.context().newCDPSession(page);
        network.on(
                "Network.loadingFinished",
                (JsonObject done) ->
                        bytes.addAndGet(done.get("encodedDataLength").getAsLong()));
        network.send("Network.enable");
    }

    @AfterAll
    void close() throws IOException {
        Files.writeString(Path.of("target", "pages.csv"), "page,first visit,next visit,usable after ms\n" + figures);
        page.close();
        side.close();
        database.close();
        chromium.close();
    }

    private Stream<String> paths() {
        return Stream.concat(
                PagePaths.of(side).stream().map(PagePaths::filled), Stream.of("/?from=2026-01-01&to=2026-01-31"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aPageIsLightAtTheFirstVisitAndLighterAtTheNext(String path) {
        network.send("Network.clearBrowserCache");
        long first = bytesOf(path);
        // When the scripts of the page have run that it waits for.
        Object usable = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd | 0");
        long next = bytesOf(path);
        figures.append(path + ',' + first + ',' + next + ',' + usable + '\n');

        assertThat(first).isBetween(1_000L, FIRST_VISIT);
        assertThat(next).isBetween(500L, NEXT_VISIT);
    }

    private long bytesOf(String path) {
        page.navigate("about:blank");
        bytes.set(0);
        page.navigate(side.url(path));
        page.waitForLoadState(LoadState.LOAD);
        return bytes.get();
    }
}
