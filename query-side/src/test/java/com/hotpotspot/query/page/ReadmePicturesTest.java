package com.hotpotspot.query.page;

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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Takes the pictures of the README: with {@code -Dpictures.write=true} into the documents, else beside all others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadmePicturesTest {

    private static final Path PICTURES =
            Boolean.getBoolean("pictures.write") ? Path.of("..", "docs", "pictures") : Path.of("target", "screenshots");

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 28;

    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    /** What a node sells in an hour rises to the evening and towards the weekend. */
    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        new TreeMap<>(Map.of("VAKE", "Tbilisi", "GORI", "Gori", "BATUMI", "Batumi")).forEach((name, city) -> {
            NodeId node = log.register(name, NodeType.OWNER, city);
            for (int day = 0; day < DAYS; day++) {
                for (int hour = 8; hour < 19; hour += 2) {
                    int busy = 1 + hour / 4 + day % 7 + name.length() % 3;
                    log.sell(
                            node,
                            Integer.toString(day * 100 + hour),
                            FIRST.plusDays(day)
                                    .atTime(hour, 7 * hour % 60)
                                    .toInstant(ZoneOffset.UTC)
                                    .toString(),
                            khinkali(5 * busy),
                            khachapuri(busy));
                }
            }
        });
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
        chromium.close();
    }

    @Test
    void theOwnersPage() {
        take("/?from=2026-01-05&to=2026-02-01", "network.png", 1400);
    }

    @Test
    void aSaleWithAllThatHappenedToIt() {
        take("/nodes/VAKE/sales/2716", "sale.png", 1100);
    }

    private void take(String path, String name, int height) {
        try (Page page = chromium.newPage()) {
            page.setExtraHTTPHeaders(Map.of("Accept-Language", "en"));
            page.setViewportSize(1280, height);
            page.navigate(side.url(path));
            PlaywrightAssertions.assertThat(page.locator("h1")).isVisible();

            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));

            assertThat(PICTURES.resolve(name)).isNotEmptyFile();
        }
    }
}
