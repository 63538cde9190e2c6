package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.command.testing.RunningCommandSide.Visitor;
import org.junit.jupiter.api.Test;

/** How often one may come. */
class SignInLimitsTest {

    @Test
    void whoTriesSecretsTooOftenIsToldToWaitBeforeAnyIsCompared() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.issuer.requests-per-client=2")) {
            system.requestToken("administrator", "wrong");
            system.requestToken("administrator", "wrong");
            String right =
                    system.administratorsCredentials().get("clientSecret").asString();

            Reply third = system.requestToken("administrator", right);

            assertThat(third.status()).isEqualTo(429);
            assertThat(third.code()).isEqualTo("too-many-requests");
            assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 30);
            assertThat(system.requestToken("somebody-else", "wrong").status())
                    .as("others are not kept waiting by it")
                    .isEqualTo(401);
        }
    }

    @Test
    void oneAddressTriesSoManySecretsAndNoMoreWhateverNamesItUses() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.issuer.requests-per-address=3")) {
            for (int i = 0; i < 3; i++) {
                assertThat(system.requestToken("somebody-" + i, "wrong").status())
                        .isEqualTo(401);
            }

            assertThat(system.requestToken("somebody-4", "wrong").status()).isEqualTo(429);
        }
    }

    @Test
    void anAccountMayAskSoOftenInEachOfItsRoles() {
        try (RunningCommandSide system = new RunningCommandSide("--hotpotspot.access.limits.CUSTOMER=1")) {
            system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
            Visitor customer = system.as(system.tokenFor("CUSTOMER", ",\"holderId\":\"c-1\""));
            Reply reply;
            int asked = 0;
            do {
                reply = customer.post("/api/v1/wallets", "{\"holderId\":\"c-1\"}");
                asked++;
            } while (reply.status() == 201 && asked < 100);

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(system.post("/api/v1/wallets", "{\"holderId\":\"c-2\"}").status())
                    .isEqualTo(201);
        }
    }

    @Test
    void nobodySignsInWhileTheDatabaseIsAwayAndIsToldToTryAgain() {
        try (RunningCommandSide system = new RunningCommandSide("--spring.datasource.hikari.connection-timeout=500")) {
            String secret =
                    system.administratorsCredentials().get("clientSecret").asString();
            system.database().execute("""
                    update pg_database set datallowconn = false where datname = current_database();
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid()""");

            Reply reply = system.requestToken("administrator", secret);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.code()).isEqualTo("unavailable");
        }
    }
}
