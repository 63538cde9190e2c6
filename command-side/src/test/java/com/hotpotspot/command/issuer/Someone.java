package com.hotpotspot.command.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A person who has an account since just now.
 *
 * @param name what they type: that of their own, or else the account's id
 * @param secret what they were given with it
 */
record Someone(String account, String name, String secret) {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** With a name of their own and a secret that is good once. */
    static Someone invited(RunningCommandSide system) {
        String account = account(system, "ANALYST");
        String name = "nino-" + PEOPLE.incrementAndGet();
        assertThat(system.post(
                                "/api/v1/accounts/" + account + "/sign-in-name",
                                "{\"signInName\":\"%s\"}".formatted(name))
                        .status())
                .isEqualTo(200);
        return new Someone(account, name, oneTimeSecret(system, account));
    }

    /** With a secret of the kind that there was before passwords. */
    static Someone withSecret(RunningCommandSide system, String role) {
        String account = account(system, role);
        return new Someone(
                account,
                account,
                system.credentialOf(account).get("clientSecret").asString());
    }

    /** Another one, with which they begin anew. */
    static String oneTimeSecret(RunningCommandSide system, String account) {
        JsonNode issued = system.post("/api/v1/accounts/" + account + "/credentials", "{\"oneTime\":true}")
                .data();
        assertThat(issued.get("kind").asString()).isEqualTo("ONE_TIME");
        assertThat(issued.get("until").asString()).isNotBlank();
        return issued.get("clientSecret").asString();
    }

    private static String account(RunningCommandSide system, String role) {
        String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                .data()
                .get("accountId")
                .asString();
        system.post("/api/v1/accounts/" + account + "/roles", "{\"role\":\"%s\"}".formatted(role));
        return account;
    }
}
