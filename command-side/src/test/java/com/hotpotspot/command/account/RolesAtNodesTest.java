package com.hotpotspot.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import org.junit.jupiter.api.Test;

/** What nodes a role can be about. */
class RolesAtNodesTest {

    @Test
    void aRoleIsForNodesThatThereAre() {
        try (RunningCommandSide system = new RunningCommandSide()) {
            system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
            system.post("/api/v1/nodes", """
                    {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
            String account = system.post("/api/v1/accounts", "{\"kind\":\"PERSON\"}")
                    .data()
                    .get("accountId")
                    .asString();
            String roles = "/api/v1/accounts/" + account + "/roles";
            long head = system.log().head();

            Reply nowhere = system.post(roles, "{\"role\":\"FRANCHISEE\",\"nodes\":[\"VAKE\",\"NOWHERE\"]}");

            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(nowhere.code()).isEqualTo("node-unknown");
            assertThat(system.log().head()).isEqualTo(head);
            assertThat(system.post(roles, "{\"role\":\"FRANCHISEE\",\"nodes\":[\"VAKE\"]}")
                            .status())
                    .isEqualTo(201);
        }
    }
}
