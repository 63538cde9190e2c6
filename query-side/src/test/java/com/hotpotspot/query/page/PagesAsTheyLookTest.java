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
import com.hotpotspot.query.testing.Chromium;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures of all pages, light and dark, on a phone, a tablet and a desktop, under {@code target/screenshots}; and that
 * none of them is wider than what it is looked at with.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesAsTheyLookTest {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<Integer> WIDTHS = List.of(390, 820, 1280);
    private static final int HEIGHT = 900;

    /** One for each width, so that all are looked at; Georgian, whose words are long, where there is least room. */
    private static final Map<Integer, String> LANGUAGES = Map.of(390, "ka", 820, "ru", 1280, "en");

    private final Map<Integer, Page> pages = new HashMap<>();
    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        for (String name : List.of("VAKE", "BATUMI-BOULEVARD-CENTRE-1")) {
            NodeId node = log.register(name.substring(0, Math.min(name.length(), 24)), NodeType.OWNER, "Tbilisi");
            for (int day = 10; day < 30; day++) {
                log.sell(
                        node, Integer.toString(day - 9), "2026-01-" + day + "T10:00:00Z", khinkali(day), khachapuri(2));
            }
        }
        log.sell(new NodeId("VAKE"), "31", "-999999999-01-02T00:00:00Z", khinkali(1));
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        side.caughtUpTo(log.head());
        // Who may do most sees most.
        side.issuer().people(Role.ADMIN.name(), Role.NETWORK_OWNER.name());
    }

    @AfterAll
    void close() {
        pages.values().forEach(Page::close);
        side.close();
        database.close();
        chromium.close();
    }

    private Stream<String> paths() {
        return PagePaths.of(side).stream().map(PagePaths::filled);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void noPageIsWiderThanWhatItIsLookedAtWith(String path) {
        for (int width : WIDTHS) {
            Page page = pages.computeIfAbsent(width, this::page);
            page.navigate(side.url(path));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(name(path, width, scheme))));
            }
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as("%s at %d", path, width)
                    .isLessThanOrEqualTo(width);
        }
    }

    /** Someone with such a window, who is signed in once and keeps what was fetched. */
    private Page page(int width) {
        Page page = chromium.newPage();
        page.setExtraHTTPHeaders(Map.of("Accept-Language", LANGUAGES.get(width)));
        page.setViewportSize(width, HEIGHT);
        return page;
    }

    private static String name(String path, int width, ColorScheme scheme) {
        String page = path.equals("/") ? "network" : path.substring(1).replaceAll("[^A-Za-z0-9]+", "-");
        return String.format(
                Locale.ROOT, "%s-%d-%s.png", page, width, scheme.name().toLowerCase(Locale.ROOT));
    }
}
