package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.TestIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An issuer that is not ours, such as Keycloak, and one that is away when the query side starts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsideIssuerTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final TestIssuer outside = new TestIssuer();

    OutsideIssuerTest() {
        outside.away(true);
    }

    @AfterAll
    void close() {
        outside.close();
        database.close();
    }

    @Test
    void itMayCallThingsByOtherNamesAndComeUpLater() {
        try (RunningQuerySide side = RunningQuerySide.on(
                database,
                "hotpotspot.access.issuer=https://id.example.org/realms/food",
                "hotpotspot.access.jwks-uri=" + outside.address() + "/oauth2/jwks",
                "hotpotspot.access.audience=the-api",
                "hotpotspot.access.roles-claim=realm_access.roles",
                "hotpotspot.access.algorithms=RS256,ES256")) {
            String token = outside.signed(
                    outside.claims("auditor", List.of("the-api"), Instant.now().plusSeconds(600))
                            .issuer("https://id.example.org/realms/food")
                            .claim("realm_access", Map.of("roles", List.of("offline_access", "AUDITOR"))));

            side.nobody()
                    .get()
                    .uri("/api/v1/network/stats")
                    .header("Authorization", "Bearer " + token)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "1")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unavailable");
            assertThat(side.statusWith("Bearer made-up", "/api/v1/network/stats"))
                    .isEqualTo(401);
            side.nobody().get().uri("/api/v1/health").exchange().expectStatus().isOk();

            outside.away(false);

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> side.statusWith("Bearer " + token, "/api/v1/network/stats") == 200);
        }
    }
}
