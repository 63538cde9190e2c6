package com.hotpotspot.command.account;

import com.hotpotspot.events.Era;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Trust an account with a role, in place of what it was granted before under the same role. Repeating it changes
 * nothing.
 *
 * @param until kept in milliseconds; empty if the role has no end
 */
public record GrantRole(AccountId account, Role role, Scope scope, Optional<Instant> until, AccountId grantedBy)
        implements AccountCommand<RoleGranted> {

    /** @throws InvalidValue if the scope is not what the role needs, or the end lies outside of the era */
    public GrantRole {
        scope.mustFit(role);
        InvalidValue.unless(
                role != Role.POS_TERMINAL || account.terminal().isEmpty() || isOwnNode(account, scope),
                "nodes",
                "must be the node whose till this is the account of");
        until = until.map(end -> Era.require(end, "until").truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean isOwnNode(AccountId till, Scope scope) {
        return scope.nodes().size() == 1
                && AccountId.of(scope.nodes().getFirst(), till.terminal().orElseThrow())
                        .equals(till);
    }

    /** The fact that this command asks to be recorded. */
    RoleGranted fact() {
        return new RoleGranted(
                account, role, scope.nodes(), scope.holder().orElse(null), until.orElse(null), grantedBy);
    }
}
