package com.hotpotspot.query.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pages of administration let nobody do by one press. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsksFirstTest {

    private static final AccountId SOMEBODY = WrittenLog.SOMEBODY;

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        log.letIn(SOMEBODY, Role.ANALYST);
        log.append(new CredentialProposed(
                SOMEBODY, new CredentialId("proposed"), SOMEBODY, Instant.parse("2099-01-01T00:00:00Z")));
        log.append(TokenPolicy.FIRST.withVersion(2).adoptedFrom(Instant.parse("2099-01-01T00:00:00Z")));
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/deactivate",
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/terminals/TILL-1/secret",
        "NETWORK_OWNER, /administration/nodes/VAKE, /do/nodes/VAKE/terminals/TILL-1/revoke",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/roles/ANALYST/revoke",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/credentials/proposed/confirm",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/credentials/proposed/revoke",
        "ADMIN, /administration/accounts/{}, /do/accounts/{}/close",
        "NETWORK_OWNER, /administration/policies/2, /do/policies/2/withdraw",
        "NETWORK_OWNER, /wallets/{founder}, /do/wallets/{founder}/suspend",
    })
    void whatIsNotUndoneOrCutsSomebodyOffAsksFirst(String role, String page, String action) {
        side.issuer().people(role);

        try (Browser browser = new Browser()) {
            assertThat(browser.open(side.url(named(page))).body())
                    .containsPattern("<details class=\"ask\"[^>]*>\\s*<summary>(?s:(?!</details>).)*<p>[^<]+</p>"
                            + "(?s:(?!</details>).)*action=\"" + named(action) + "\"");
        }
    }

    private static String named(String path) {
        return path.replace("{}", SOMEBODY.value())
                .replace("{founder}", WrittenLog.FOUNDER.wallet().value());
    }
}
