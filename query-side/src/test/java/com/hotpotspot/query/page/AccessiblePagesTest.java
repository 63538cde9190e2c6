package com.hotpotspot.query.page;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What axe finds on the pages that keeps somebody out, in Chromium, where there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessiblePagesTest {

    /**
     * Of what is right it is enough to hear that it was looked at; our pages hold no frames, for which it takes more.
     */
    private static final AxeRunOptions ALL_THAT_IS_WRONG = new AxeRunOptions();

    static {
        ALL_THAT_IS_WRONG.setResultTypes(List.of("violations"));
    }

    private final Map<ColorScheme, Page> pages = new EnumMap<>(ColorScheme.class);
    private final Chromium chromium = Chromium.orSkip();
    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @BeforeAll
    void demo() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.DEMO);
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-01-15T10:00:00Z", khinkali(10), khachapuri(2));
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

    /** Every page as it is at first, and some as they may become. */
    private Stream<String> paths() {
        return Stream.concat(
                PagePaths.of(side).stream().map(PagePaths::filled),
                Stream.of(
                        "/?from=2026-02-02&to=2026-02-01",
                        "/audit?position=0",
                        "/explorer?q=nonsense",
                        "/explorer/events/3",
                        "/nodes/NONE",
                        "/sales?number=007&from=soon&sort=LARGEST",
                        "/sales?number=never"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void nothingOnAPageKeepsAnybodyOut(String path) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = pages.computeIfAbsent(scheme, this::page);
            page.navigate(side.url(path));
            page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");

            AxeResults found = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .options(ALL_THAT_IS_WRONG)
                    .analyze();

            assertThat(found.getPasses()).as("axe has looked").isNotEmpty();
            assertThat(found.getViolations())
                    .as("%s, %s", path, scheme)
                    .flatExtracting(rule -> rule.getNodes().stream()
                            .map(node -> "%s: %s".formatted(rule.getId(), node.getHtml()))
                            .toList())
                    .isEmpty();
        }
    }

    /** Each in another language, so that all are looked at. */
    private Page page(ColorScheme scheme) {
        Page page = chromium.newPage();
        page.setExtraHTTPHeaders(Map.of("Accept-Language", scheme == ColorScheme.DARK ? "ka" : "ru"));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return page;
    }
}
