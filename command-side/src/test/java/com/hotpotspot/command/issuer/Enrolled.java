package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.secondfactor.Authenticator;
import com.hotpotspot.command.testing.RunningCommandSide;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody whose role needs a second factor, and who has one.
 *
 * @param usedCode with which they set it up
 * @param recovery what they were shown then
 */
record Enrolled(String account, String secret, Authenticator authenticator, String usedCode, List<String> recovery) {

    private static final Pattern SECRET = Pattern.compile("<code class=\"secret\">([^<]+)</code>");
    private static final Pattern RECOVERY = Pattern.compile("<li><code>([^<]+)</code></li>");

    /** Signed in with this browser. */
    static Enrolled someone(RunningCommandSide system, Browser browser) {
        Someone someone = Someone.withSecret(system, "AUDITOR");
        HttpResponse<String> page = browser.signIn(someone.name(), someone.secret());
        Authenticator authenticator = new Authenticator(secretOn(page));
        String code = authenticator.code();
        List<String> recovery = recoveryCodesOn(browser.enrol(page, code));
        assertThat(recovery).isNotEmpty();
        return new Enrolled(someone.account(), someone.secret(), authenticator, code, recovery);
    }

    /** What an authenticator is told on this page. */
    static String secretOn(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    static List<String> recoveryCodesOn(HttpResponse<String> page) {
        return RECOVERY.matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
