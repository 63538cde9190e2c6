package com.hotpotspot.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.projection.ProjectedLog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class AccountRowsTest {

    private static final AccountId ANNA = new AccountId("anna");
    private static final AccountId BOSS = new AccountId("boss");
    private static final CredentialId KEY = new CredentialId("key-1");
    private static final Instant LATER = Instant.parse("2026-01-16T10:00:00Z");

    private final ProjectedLog projected = new ProjectedLog(AccountsProjection.NAME, AccountsProjection::new);

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void anAccountIsThereOnceItIsMadeAndSaysSinceWhenItIsClosed(int batchSize) {
        projected.log.append(
                new AccountCreated(ANNA, AccountKind.PERSON),
                new AccountCreated(BOSS, AccountKind.PERSON),
                new SignInNameGiven(ANNA, new SignInName("anna.k")),
                new AccountClosed(BOSS));
        projected.project(batchSize);

        assertThat(projected.rows("account, kind, created, closed, name", "account"))
                .containsExactly("anna PERSON 0 null anna.k", "boss PERSON 1 3 null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aRoleIsWhatWasGrantedLastAndGoneWhenItIsTakenAway(int batchSize) {
        projected.log.append(
                new AccountCreated(ANNA, AccountKind.PERSON),
                new RoleGranted(ANNA, Role.FRANCHISEE, List.of(new NodeId("VAKE")), null, null, BOSS),
                new RoleGranted(ANNA, Role.ANALYST, List.of(), null, null, BOSS),
                new RoleGranted(
                        ANNA, Role.FRANCHISEE, List.of(new NodeId("VAKE"), new NodeId("GORI")), null, LATER, BOSS),
                new RoleRevoked(ANNA, Role.ANALYST, BOSS));
        projected.project(batchSize);

        assertThat(projected.rows("account, role, nodes, until, granted_by, granted", "granted_role"))
                .containsExactly("anna FRANCHISEE VAKE,GORI " + LATER.toEpochMilli() + " boss 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aCredentialKeepsWhoProposedItThroughAllThatItComesTo(int batchSize) {
        projected.log.append(
                new AccountCreated(ANNA, AccountKind.PERSON),
                new CredentialProposed(ANNA, KEY, CredentialKind.ONE_TIME, BOSS, LATER),
                new CredentialIssued(ANNA, KEY, CredentialKind.ONE_TIME, LATER, BOSS),
                new CredentialRevoked(ANNA, KEY));
        projected.project(batchSize);

        assertThat(projected.rows("account, credential, state, kind, proposed_by, shown_to, since", "credential"))
                .containsExactly("anna key-1 REVOKED ONE_TIME boss boss 3");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSecondFactorThatIsEnrolledAnewSettlesWhatWasAskedAboutTheOneBefore(int batchSize) {
        projected.log.append(
                new AccountCreated(ANNA, AccountKind.PERSON),
                new AccountCreated(BOSS, AccountKind.PERSON),
                new SecondFactorEnrolled(ANNA, KEY),
                new SecondFactorRemovalProposed(ANNA, KEY, SecondFactorReason.LOST, BOSS, LATER),
                new SecondFactorEnrolled(BOSS, new CredentialId("key-2")),
                new SecondFactorRemovalProposed(BOSS, new CredentialId("key-2"), SecondFactorReason.LOST, ANNA, LATER),
                new SecondFactorRemoved(ANNA, KEY, SecondFactorReason.LOST, BOSS));
        projected.project(batchSize);

        assertThat(projected.rows("account, second_factor, removal_proposed_by, removal_reason", "account"))
                .containsExactly("anna null null null", "boss 4 anna LOST");
    }
}
