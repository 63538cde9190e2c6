package com.hotpotspot.command.issuer;

import static com.hotpotspot.command.issuer.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which language people read the pages on the way in. */
class SignInLanguageTest {

    private static RunningCommandSide system;
    private Browser browser;

    @BeforeAll
    static void start() {
        system = new RunningCommandSide("--hotpotspot.limits.open-doors.per-address=1000");
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new Browser(system);
    }

    @AfterEach
    void closeBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"ka,ka,აირჩიეთ პაროლი", "ru,ru,Выберите пароль", "de,en,Choose a password"})
    void itIsTheirBrowsersUnlessTheyChoseAnother(String wished, String language, String title) {
        Someone nino = Someone.invited(system);

        HttpResponse<String> form = browser.get("/sign-in", wished);

        assertThat(form.body()).contains("<html lang=\"" + language + "\"");
        assertThat(form.headers().firstValue("Content-Language")).contains(language);
        assertThat(form.headers().allValues("Vary")).contains("Accept-Language", "Cookie");
        browser.chooseLanguage(wished);
        assertThat(browser.signIn(nino.name(), nino.secret()).body()).contains(title);
    }

    @Test
    void aChoiceIsRememberedForThePagesOfTheOtherSideToo() {
        HttpResponse<String> chosen = choose(browser.get("/sign-in"), "ka");

        assertThat(location(chosen)).isEqualTo("/sign-in");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .contains("HPS-LANGUAGE=ka", "Path=/;", "Max-Age=31536000", "HttpOnly", "SameSite=Lax"));
        assertThat(browser.get("/sign-in").body())
                .contains("<html lang=\"ka\"", "aria-current=\"true\"")
                .containsPattern("value=\"ka\"[^>]*>ქართული<");
    }

    @Test
    void aFormGoesOnWhereItWasToGoWhateverAnotherTabHasBegunSince() {
        browser.get(Browser.authorization("mine"));
        HttpResponse<String> mine = browser.get("/sign-in");
        browser.get(Browser.authorization("of-another-tab"));

        HttpResponse<String> form = browser.get(location(choose(mine, "ru")));

        HttpResponse<String> signedIn = browser.submit(
                form,
                "administrator",
                system.administratorsCredentials().get("clientSecret").asString());
        assertThat(Browser.parameters(location(browser.get(location(signedIn)))))
                .containsEntry("state", "mine");
    }

    @Test
    void whoeverChangesTheirPasswordGoesBackThere() {
        browser.signIn(
                "administrator",
                system.administratorsCredentials().get("clientSecret").asString());

        HttpResponse<String> chosen = choose(browser.get("/sign-in/account"), "ru");

        assertThat(location(chosen)).isEqualTo("/sign-in/account");
        assertThat(browser.get(location(chosen)).body()).contains("<html lang=\"ru\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "KA", "<script>"})
    void thereIsNoOtherLanguage(String language) {
        HttpResponse<String> refused = choose(browser.get("/sign-in"), language);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("This form was out of date.").doesNotContain("<script>");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("HPS-LANGUAGE"));
    }

    @Test
    void nobodyElseChooses() {
        HttpResponse<String> forged = browser.post("/sign-in/language", Map.of("language", "ru"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("HPS-LANGUAGE"));
    }

    @Test
    void whatIsFollowedBackLeadsToTheBeginning() {
        assertThat(location(browser.get("/sign-in/language"))).isEqualTo("/sign-in");
    }

    private HttpResponse<String> choose(HttpResponse<String> page, String language) {
        return browser.submit(page, "/sign-in/language", Map.of("language", language));
    }
}
