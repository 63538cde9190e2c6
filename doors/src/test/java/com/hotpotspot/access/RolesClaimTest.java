package com.hotpotspot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RolesClaimTest {

    @Test
    void isFoundByItsName() {
        assertThat(new RolesClaim("roles").in(Map.of("roles", List.of("ADMIN"))))
                .containsExactly("ADMIN");
    }

    @Test
    void isFoundByAPathOfNames() {
        Map<String, Object> claims = Map.of("realm_access", Map.of("roles", List.of("ADMIN", "AUDITOR")));

        assertThat(new RolesClaim("realm_access.roles").in(claims)).containsExactly("ADMIN", "AUDITOR");
    }

    @Test
    void mayHaveANameWithDots() {
        Map<String, Object> claims = Map.of("https://example.org/roles", List.of("ADMIN"));

        assertThat(new RolesClaim("https://example.org/roles").in(claims)).containsExactly("ADMIN");
    }

    @Test
    void listsNothingWhereItIsNotThereOrSomethingElse() {
        assertThat(new RolesClaim("roles").in(Map.of())).isEmpty();
        assertThat(new RolesClaim("roles").in(Map.of("roles", "ADMIN"))).isEmpty();
        assertThat(new RolesClaim("a.b").in(Map.of("a", "ADMIN"))).isEmpty();
        assertThat(new RolesClaim("roles").in(Map.of("roles", List.of(7, "ADMIN"))))
                .containsExactly("ADMIN");
    }
}
