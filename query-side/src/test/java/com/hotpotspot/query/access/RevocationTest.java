package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.Browser;
import com.hotpotspot.query.testing.Lines;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was taken from somebody is of no use from then on, whatever their token or their session says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RevocationTest {

    private static final String DOOR = "/api/v1/network/stats";
    private static final AccountId GRANTER = new AccountId("administrator");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.withPages(database);
    private final TestIssuer issuer = side.issuer();

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        side.caughtUpTo(log.head());
    }

    @BeforeEach
    void anew() {
        issuer.reset();
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {DOOR, "/actuator/info", "/v3/api-docs"})
    void aTokenEndsWithTheCredentialThatItWasObtainedWith(String door) {
        AccountId who = account(grant(Role.AUDITOR));
        log.append(new CredentialIssued(who, credential("second"), null));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");
        String other = issuer.tokenFor("second", who.value(), "AUDITOR");
        assertThat(status(token, door)).isEqualTo(200);

        log.append(new CredentialRevoked(who, credential("first")));

        await().until(() -> status(token, door) == 401);
        assertThat(status(other, door)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {DOOR, "/actuator/info", "/v3/api-docs"})
    void aTokenEndsWithItsAccount(String door) {
        AccountId who = account(grant(Role.AUDITOR));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");
        String withoutCredential = issuer.token(who.value(), "AUDITOR");
        assertThat(status(token, door)).isEqualTo(200);
        assertThat(status(withoutCredential, door)).isEqualTo(200);

        log.append(new AccountClosed(who));

        await().until(() -> status(token, door) == 401);
        assertThat(status(withoutCredential, door)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {DOOR, "/actuator/info"})
    void aRoleThatWasTakenAwayOpensNothing(String door) {
        AccountId who = account(grant(Role.AUDITOR));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");
        assertThat(status(token, door)).isEqualTo(200);

        log.append(new RoleRevoked(who, Role.AUDITOR, GRANTER));

        await().until(() -> status(token, door) == 403);
    }

    @Test
    void aRoleEndsWhenItWasSaidTo() {
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        AccountId who = account(new Granted(Role.AUDITOR, List.of(), soon));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");

        await().until(() -> status(token, DOOR) == 403);
        assertThat(Instant.now()).isAfterOrEqualTo(soon);
    }

    @Test
    void aRoleReachesOnlyTheNodesThatItIsFor() {
        AccountId who = account(new Granted(Role.FRANCHISEE, nodes("VAKE", "GORI"), null));
        String token = issuer.tokenFor("first", who.value(), "FRANCHISEE:VAKE", "FRANCHISEE:GORI");
        assertThat(status(token, "/api/v1/nodes/GORI/sales")).isEqualTo(200);

        log.append(new Granted(Role.FRANCHISEE, nodes("VAKE"), null).to(who));

        await().until(() -> status(token, "/api/v1/nodes/GORI/sales") == 403);
        assertThat(status(token, "/api/v1/nodes/VAKE/sales")).isEqualTo(200);
    }

    @Test
    void aRoleThatWasGrantedSinceCountsAtOnce() {
        AccountId who = account(grant(Role.POS_TERMINAL, "VAKE"));
        String token = issuer.tokenFor("first", who.value(), "POS_TERMINAL:VAKE");
        assertThat(status(token, DOOR)).isEqualTo(403);

        log.append(grant(Role.AUDITOR).to(who));

        await().until(() -> status(token, DOOR) == 200);
    }

    @Test
    void whatTheLogDoesNotSayOfSomebodyIsNotBelieved() {
        AccountId who = account(grant(Role.POS_TERMINAL, "VAKE"));

        assertThat(status(issuer.tokenFor("first", who.value(), "AUDITOR"), DOOR))
                .isEqualTo(403);
        assertThat(status(issuer.tokenFor("third", who.value(), "AUDITOR"), DOOR))
                .isEqualTo(401);
        assertThat(status(issuer.tokenFor("first", "nobody-at-all", "AUDITOR"), DOOR))
                .isEqualTo(401);
        assertThat(status(issuer.tokenFor("No Credential", who.value(), "AUDITOR"), DOOR))
                .isEqualTo(401);
    }

    /** Its reader may be some milliseconds behind, but whoever was let in by the issuer is let in here. */
    @Test
    void whatTheIssuerKnowsIsKnownHereAtOnce() {
        for (int i = 0; i < 20; i++) {
            AccountId who = account(grant(Role.AUDITOR));
            assertThat(status(issuer.tokenFor("first", who.value(), "AUDITOR"), DOOR))
                    .isEqualTo(200);
        }
    }

    @Test
    void theWordOfAnotherIssuerCountsUntilItsTokenEnds() {
        assertThat(status(issuer.token("of-another-issuer", "AUDITOR"), DOOR)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events?follow=true", "/live"})
    void aStreamEndsWithWhatOpenedIt(String stream) throws Exception {
        AccountId who = account(grant(Role.AUDITOR));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");
        try (Lines stays = side.lines(stream);
                Lines ends = new Lines(side.url(stream), "Authorization", "Bearer " + token)) {
            log.append(new RoleRevoked(who, Role.AUDITOR, GRANTER));

            await().until(ends::ended);
            assertThat(stays.ended()).isFalse();
        }
    }

    @Test
    void aStreamEndsWithItsCredential() throws Exception {
        AccountId who = account(grant(Role.AUDITOR));
        String token = issuer.tokenFor("first", who.value(), "AUDITOR");
        try (Lines ends = new Lines(side.url("/api/v1/events?follow=true"), "Authorization", "Bearer " + token)) {
            log.append(new CredentialRevoked(who, credential("first")));

            await().until(ends::ended);
        }
    }

    @Test
    void aSessionEndsWithTheCredentialThatSomebodySignedInWith() {
        AccountId who = account(grant(Role.AUDITOR));
        issuer.peopleOf(who.value(), "first");
        issuer.people("AUDITOR");
        try (Browser browser = new Browser()) {
            assertThat(browser.open(side.url("/")).statusCode()).isEqualTo(200);

            log.append(new CredentialRevoked(who, credential("first")));

            await().until(() -> browser.get(side.url(DOOR)).statusCode() == 401);
            assertThat(browser.get(side.url("/")).statusCode()).isEqualTo(401);
            assertThat(browser.location(side.url("/"))).startsWith(issuer.address());
        }
    }

    @Test
    void aSessionLosesARoleThatIsTakenAway() {
        AccountId who = account(grant(Role.AUDITOR));
        issuer.peopleOf(who.value(), "first");
        issuer.people("AUDITOR");
        try (Browser browser = new Browser()) {
            assertThat(browser.open(side.url("/audit/witnesses")).statusCode()).isEqualTo(200);

            log.append(new RoleRevoked(who, Role.AUDITOR, GRANTER));

            await().until(() -> browser.open(side.url("/audit/witnesses")).statusCode() == 403);
        }
    }

    private AccountId account(Granted granted) {
        AccountId who = new AccountId("somebody-" + UUID.randomUUID());
        log.append(
                new AccountCreated(who, AccountKind.CLIENT),
                granted.to(who),
                new CredentialIssued(who, credential("first"), null));
        return who;
    }

    private static Granted grant(Role role, String... nodes) {
        return new Granted(role, nodes(nodes), null);
    }

    private static List<NodeId> nodes(String... ids) {
        return List.of(ids).stream().map(NodeId::new).toList();
    }

    private static CredentialId credential(String id) {
        return new CredentialId(id);
    }

    private int status(String token, String path) {
        return side.statusWith("Bearer " + token, path);
    }

    /** A role for some account. */
    private record Granted(
            Role role, List<NodeId> nodes, @Nullable Instant until) {

        RoleGranted to(AccountId account) {
            return new RoleGranted(account, role, nodes, null, until, GRANTER);
        }
    }
}
