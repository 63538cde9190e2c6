package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.wallet.HolderId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    private static final AccountId ANA = new AccountId("ana");
    private static final NodeId VAKE = new NodeId("VAKE");
    private static final NodeId GORI = new NodeId("GORI");
    private static final TerminalId TILL_1 = new TerminalId("TILL-1");

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleSurvivesItsToken(Role role) {
        Grant grant = role.needsNodes()
                ? new Grant(role, Set.of(VAKE, GORI), Optional.empty())
                : role.needsHolder()
                        ? new Grant(role, Set.of(), Optional.of(new HolderId("c-1")))
                        : Grant.unbounded(role);
        Identity identity = Identity.of(ANA, List.of(grant));

        assertThat(Identity.ofClaims(ANA, identity.claims())).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "CHEF",
                "admin",
                "ADMIN:VAKE",
                "ADMIN:",
                "FRANCHISEE",
                "FRANCHISEE:",
                "FRANCHISEE:a b",
                "CUSTOMER",
                "CUSTOMER:",
                "CUSTOMER: ",
                "POS_TERMINAL:VAKE,GORI",
                "POS_TERMINAL:VAKE/",
                "POS_TERMINAL:/TILL-1",
                "POS_TERMINAL:VAKE/TILL-1/TILL-2",
                "FRANCHISEE:VAKE/TILL-1"
            })
    void aClaimThatIsNotOneOfOursCountsForNothing(String claim) {
        assertThat(Identity.ofClaims(ANA, List.of(claim)).grants()).isEmpty();
    }

    @Test
    void nodesOfOneRoleAddUpAndReachNoOthers() {
        Grant grant = Identity.ofClaims(ANA, List.of("FRANCHISEE:VAKE", "FRANCHISEE:GORI"))
                .actingIn(List.of(Role.FRANCHISEE))
                .orElseThrow();

        assertThat(grant.reaches(VAKE)).isTrue();
        assertThat(grant.reaches(GORI)).isTrue();
        assertThat(grant.reaches(new NodeId("RUSTAVI"))).isFalse();
        assertThat(grant.reaches(new HolderId("c-1"))).isFalse();
    }

    @Test
    void nobodyIsTwoCustomers() {
        Grant grant = Identity.ofClaims(ANA, List.of("CUSTOMER:c-1", "CUSTOMER:c-2"))
                .actingIn(List.of(Role.CUSTOMER))
                .orElseThrow();

        assertThat(grant.reaches(new HolderId("c-1"))).isFalse();
        assertThat(grant.reaches(new HolderId("c-2"))).isFalse();
    }

    @Test
    void whatATillsOwnAccountWasGrantedIsAboutThatTill() {
        AccountId till = AccountId.of(VAKE, TILL_1);
        Grant grant = Grant.of(new RoleGranted(till, Role.POS_TERMINAL, List.of(VAKE), null, null, ANA));
        Identity identity = Identity.of(till, List.of(grant));

        assertThat(grant.reaches(VAKE, TILL_1)).isTrue();
        assertThat(grant.reaches(VAKE, new TerminalId("TILL-2"))).isFalse();
        assertThat(grant.reaches(GORI, TILL_1)).isFalse();
        assertThat(identity.claims()).containsExactly("POS_TERMINAL:VAKE/TILL-1");
        assertThat(Identity.ofClaims(till, identity.claims())).isEqualTo(identity);
    }

    @Test
    void aProgramThatIsNobodysTillSpeaksForAllTillsOfItsNodes() {
        Grant grant = Grant.of(new RoleGranted(ANA, Role.POS_TERMINAL, List.of(VAKE), null, null, ANA));

        assertThat(grant.reaches(VAKE, TILL_1)).isTrue();
        assertThat(grant.reaches(VAKE, new TerminalId("TILL-2"))).isTrue();
        assertThat(grant.reaches(GORI, TILL_1)).isFalse();
    }

    @Test
    void nobodyIsTwoTills() {
        Grant grant = Identity.ofClaims(ANA, List.of("POS_TERMINAL:VAKE/TILL-1", "POS_TERMINAL:VAKE/TILL-2"))
                .actingIn(List.of(Role.POS_TERMINAL))
                .orElseThrow();

        assertThat(grant.reaches(VAKE, TILL_1)).isFalse();
        assertThat(grant.reaches(VAKE, new TerminalId("TILL-2"))).isFalse();
    }

    @Test
    void whoHoldsSeveralRolesActsInTheFirstThatTheDoorNames() {
        Identity both = Identity.ofClaims(ANA, List.of("FRANCHISEE:VAKE", "NETWORK_OWNER"));

        assertThat(both.actingIn(List.of(Role.NETWORK_OWNER, Role.FRANCHISEE)).map(Grant::role))
                .contains(Role.NETWORK_OWNER);
        assertThat(both.actingIn(List.of(Role.FRANCHISEE, Role.NETWORK_OWNER)).map(Grant::role))
                .contains(Role.FRANCHISEE);
        assertThat(both.actingIn(List.of(Role.ADMIN))).isEmpty();
    }

    @Test
    void aRoleWithoutBoundsReachesEverything() {
        assertThat(Grant.unbounded(Role.AUDITOR).reaches(VAKE)).isTrue();
        assertThat(Grant.unbounded(Role.AUDITOR).reaches(new HolderId("c-1"))).isTrue();
    }
}
