package com.hotpotspot.query.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestCommandSide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of administration let whom do: which forms there are, and what the command side is told by them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationFormsTest {

    private static final AccountId SOMEBODY = WrittenLog.SOMEBODY;
    private static final String KEY = "&.key=0190f3c1-0000-7000-8000-000000000001";

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final TestCommandSide commandSide = new TestCommandSide();
    private final RunningQuerySide side =
            RunningQuerySide.withPages(database, "hotpotspot.relay.command-side=" + commandSide.address());
    private Browser browser = new Browser();

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        log.letIn(SOMEBODY, Role.ANALYST);
        log.append(new CredentialProposed(
                SOMEBODY, new CredentialId("proposed"), SOMEBODY, Instant.parse("2099-01-01T00:00:00Z")));
        log.append(new AccountCreated(new AccountId("program"), AccountKind.CLIENT));
        log.append(TokenPolicy.FIRST.withVersion(2).adoptedFrom(Instant.parse("2099-01-01T00:00:00Z")));
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void somebodyNew() {
        browser = new Browser();
        side.issuer().reset();
        commandSide.sent().clear();
    }

    @AfterEach
    void leave() {
        browser.close();
    }

    @AfterAll
    void close() {
        side.close();
        commandSide.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK_OWNER, /administration, /do/network/void-approval",
        "NETWORK_OWNER, /administration, /do/network/business-day",
        "NETWORK_OWNER, /administration, /do/nodes",
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/deactivate",
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/owner",
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/terminals",
        "FRANCHISEE:VAKE, /administration/nodes/VAKE, /do/nodes/VAKE/terminals",
        "FRANCHISEE:VAKE, /administration/nodes/VAKE, /do/nodes/VAKE/terminals/TILL-1/secret",
        "FRANCHISEE:VAKE, /administration/nodes/VAKE, /do/nodes/VAKE/terminals/TILL-1/revoke",
        "ADMIN, /administration/accounts, /do/accounts",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/roles",
        "NETWORK_OWNER, /administration/accounts/{}, /do/accounts/{}/roles",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/roles/ANALYST/revoke",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/credentials",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/credentials/proposals",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/credentials/proposed/confirm",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/close",
        "NETWORK_OWNER, /administration/policies/preview, /do/policies",
        "NETWORK_OWNER, /administration/policies/2, /do/policies/2/withdraw",
    })
    void whoMayActHasAFormAndAnAuditorHasNone(String role, String page, String action) {
        String path = page.replace("{}", SOMEBODY.value());
        String form = "action=\"" + action.replace("{}", SOMEBODY.value()) + "\"";
        side.issuer().people(role);
        assertThat(open(path).body()).contains(form);

        side.issuer().people("AUDITOR");
        try (Browser auditor = new Browser()) {
            HttpResponse<String> seen = auditor.open(side.url(path));
            assertThat(seen.body()).doesNotContain("action=\"/do/");
        }
    }

    @Test
    void whatIsAdoptedIsWhatWasReckonedAndIsSaid() {
        side.issuer().people("NETWORK_OWNER");

        assertThat(open("/administration/policies/preview?emissionUnits=250&ownerSplit.owner=60&ownerSplit.buyer=40"
                                + "&ownerSplit.royalty=0")
                        .body())
                .containsSubsequence(
                        "value=\"250\"", "id=\"adopted\"", "in per cent: owner 60, buyer 40, founder 0", "</dl>");
    }

    @Test
    void aWalletIsSuspendedByTheNetworksOwnerAlone() {
        String path = "/wallets/" + WrittenLog.FOUNDER.wallet();
        side.issuer().people("NETWORK_OWNER");
        assertThat(open(path).body()).contains("action=\"/do" + path + "/suspend\"");
        side.issuer().people("COMPLIANCE_HEAD");
        try (Browser other = new Browser()) {
            assertThat(other.open(side.url(path)).body()).doesNotContain("action=\"/do/");
        }
    }

    @Test
    void aFranchiseeGivesAwayNoNode() {
        side.issuer().people("FRANCHISEE:VAKE");

        assertThat(open("/administration/nodes/VAKE").body())
                .doesNotContain("/do/nodes/VAKE/owner", "/do/nodes/VAKE/deactivate");
    }

    @Test
    void theSecretOfATerminalIsShownOnce() {
        side.issuer().people("NETWORK_OWNER");
        commandSide.records(-1, ",\"clientId\":\"till-4-vake-till-2\",\"clientSecret\":\"s3cret<&\"");
        HttpResponse<String> page = open("/administration/nodes/VAKE");

        HttpResponse<String> shown = browser.submitWith(
                side.url("/do/nodes/VAKE/terminals"), page, "terminalId=TILL-2" + back("/administration/nodes/VAKE"));

        assertThat(commandSide.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.line()).isEqualTo("POST /api/v1/nodes/VAKE/terminals");
            assertThat(sent.body()).isEqualTo("{\"terminalId\":\"TILL-2\"}");
        });
        assertThat(shown.body())
                .contains("id=\"client-id\">till-4-vake-till-2<", "id=\"client-secret\">s3cret&lt;&amp;<")
                .contains("never again", "<svg class=\"qr\" role=\"img\" aria-label=\"QR code of both");
        assertThat(shown.body())
                .as("a language would be chosen on a page without the secret")
                .doesNotContain("action=\"/language\"");
        assertThat(open("/administration/nodes/VAKE").body())
                .contains("action=\"/language\"")
                .doesNotContain("s3cret", "class=\"qr\"");
    }

    @Test
    void aRefusedFormIsOpenAgainWithWhatWasTypedAndSaysWhyInThePersonsLanguage() {
        side.issuer().people("NETWORK_OWNER");
        HttpResponse<String> page = open("/administration");
        browser.submitWith(side.url("/language"), page, "language=ka&back=%2Fadministration");

        HttpResponse<String> shown = browser.submitWith(
                side.url("/do/network/void-approval"),
                open("/administration"),
                "aboveTetri%3Alari=much" + back("/administration"));

        assertThat(commandSide.sent()).isEmpty();
        assertThat(shown.body()).contains("<details class=\"do\" open", "value=\"much\"", "aria-invalid=\"true\"");
    }

    @Test
    void aPolicyIsAdoptedWithAllThatThePreviewSaid() {
        side.issuer().people("NETWORK_OWNER");
        HttpResponse<String> page = open("/administration/policies/preview?emissionUnits=250");

        assertThat(page.body())
                .containsPattern(
                        "name=\"emissionUnits:number\"[^>]*value=\"250\"|value=\"250\"[^>]*name=\"emissionUnits:number\"")
                .contains("name=\"claimWindowMinutes:number\"", "value=\"525600\"", "name=\"effectiveFrom:tbilisi\"");
    }

    @Test
    void everyPageHasItsFormsInEveryLanguage() {
        side.issuer().people("ADMIN", "NETWORK_OWNER");
        for (String language : List.of("ka", "ru", "en")) {
            browser.submitWith(side.url("/language"), open("/administration"), "language=" + language + "&back=%2F");
            for (String path : List.of(
                    "/administration",
                    "/administration/nodes/VAKE",
                    "/administration/accounts",
                    "/administration/accounts/" + SOMEBODY,
                    "/administration/policies/preview",
                    "/administration/policies/2",
                    "/wallets/" + WrittenLog.FOUNDER.wallet())) {
                assertThat(open(path).body())
                        .as(language + path)
                        .contains("action=\"/do/")
                        .doesNotContain("??");
            }
        }
    }

    private HttpResponse<String> open(String path) {
        return browser.open(side.url(path));
    }

    private static String back(String page) {
        return "&.back=" + URLEncoder.encode(page, StandardCharsets.UTF_8) + KEY;
    }
}
