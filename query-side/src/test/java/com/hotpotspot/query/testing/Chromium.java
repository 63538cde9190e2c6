package com.hotpotspot.query.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine, where there is one. With {@code CI=true} there has to be one. */
public final class Chromium implements AutoCloseable {

    /** A page is waited for on a machine that does much else; that it comes is what is tested. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** First the one without windows, which draws the same for half the work. */
    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = launch(playwright, executable);
    }

    /** Skips the test, saying why, if there is none. */
    public static Chromium orSkip() {
        return new Chromium(executable());
    }

    /** A page of somebody who was never here. */
    public Page newPage() {
        return newPage(true);
    }

    /** The same for somebody whose browser runs no script, so that no page loads itself anew. */
    public Page newPageWithoutScripts() {
        return newPage(false);
    }

    private Page newPage(boolean scripts) {
        Page page = browser.newPage(new Browser.NewPageOptions().setJavaScriptEnabled(scripts));
        page.setDefaultTimeout(PATIENCE.toMillis());
        return page;
    }

    private static Path executable() {
        Optional<Path> found = NAMES.stream()
                .flatMap(name -> Stream.concat(
                                Stream.of("/usr/bin"),
                                Stream.of(System.getenv("PATH").split(File.pathSeparator)))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("No Chromium was found, and CI=true says there has to be one");
        }
        Assumptions.assumeTrue(
                found.isPresent(), "No Chromium in /usr/bin or on the PATH: the browser test is left out");
        return found.orElseThrow();
    }

    private static Browser launch(Playwright playwright, Path executable) {
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

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
