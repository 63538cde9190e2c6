package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The accounts are known before the doors open. */
class RevokedBeforeTheStartTest {

    private static final String DOOR = "/api/v1/network/stats";

    @Test
    void whatWasTakenBeforeTheStartIsKnownAtTheFirstRequest() {
        AccountId who = new AccountId("somebody");
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG)) {
            new WrittenLog(database)
                    .append(
                            new AccountCreated(who, AccountKind.CLIENT),
                            new RoleGranted(who, Role.AUDITOR, List.of(), null, null, who),
                            new CredentialIssued(who, new CredentialId("first"), null),
                            new CredentialIssued(who, new CredentialId("second"), null),
                            new CredentialRevoked(who, new CredentialId("first")));

            try (RunningQuerySide side = RunningQuerySide.on(database)) {
                assertThat(side.statusWith("Bearer " + side.issuer().tokenFor("first", "somebody", "AUDITOR"), DOOR))
                        .isEqualTo(401);
                assertThat(side.statusWith("Bearer " + side.issuer().tokenFor("second", "somebody", "AUDITOR"), DOOR))
                        .isEqualTo(200);
                assertThat(side.statusForNobody("/actuator/health/readiness")).isEqualTo(200);
            }
        }
    }
}
