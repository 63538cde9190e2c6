package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NodeId;
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
                "POS_TERMINAL:VAKE,GORI"
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
