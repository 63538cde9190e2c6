package com.hotpotspot.events.account;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account has a role from now on. What it was granted before under the same role is replaced.
 *
 * @param nodes what the role is for; empty where it is not about certain nodes
 * @param holder whose wallets and data the role is for; null where it is not about one holder
 * @param until the first instant at which the role is no longer in force; null if it has no end
 */
@EventName("account.role-granted")
public record RoleGranted(
        AccountId account,
        Role role,
        List<NodeId> nodes,
        @Nullable HolderId holder,
        @Nullable Instant until,
        AccountId grantedBy)
        implements AccountEvent {

    public RoleGranted {
        nodes = List.copyOf(nodes);
    }

    /** Whether what was granted has not come to its end at an instant. */
    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }
}
