package com.hotpotspot.query.wallet;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.movement.Movement;
import com.hotpotspot.events.movement.Movements;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import com.hotpotspot.query.projection.Recorded;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one batch of events changes, summed up so that each table is written once. */
final class WalletChanges {

    private final Map<WalletId, Change> wallets = new LinkedHashMap<>();

    private long checks;
    private long unitsInChecks;

    void founded(NetworkFounded event, Recorded recorded) {
        Change founders = owned(event.founderWallet(), event.founder(), recorded);
        founders.kind = WalletKind.MASTER;
        of(WalletId.RESERVE, recorded);
        moved(event, recorded);
    }

    void registered(NodeRegistered event, Recorded recorded) {
        owned(event.ownerWallet(), event.owner(), recorded);
    }

    void changedOwner(NodeOwnerChanged event, Recorded recorded) {
        owned(event.ownerWallet(), event.owner(), recorded);
    }

    private Change owned(WalletId wallet, OwnerId owner, Recorded recorded) {
        Change change = of(wallet, recorded);
        change.holder = new HolderId(owner.value());
        return change;
    }

    void opened(WalletOpened event, Recorded recorded) {
        Change change = of(event.wallet(), recorded);
        change.holder = event.holder();
        change.label = event.label();
    }

    void suspended(WalletSuspended event, Recorded recorded) {
        Change change = of(event.wallet(), recorded);
        change.suspended = true;
        change.state = recorded;
    }

    void reinstated(WalletReinstated event, Recorded recorded) {
        Change change = of(event.wallet(), recorded);
        change.suspended = false;
        change.state = recorded;
    }

    void issued(CheckIssued event, Recorded recorded) {
        checks++;
        moved(event, recorded);
    }

    /** Whatever tokens the event moves. */
    void moved(Event event, Recorded recorded) {
        for (Movement movement : Movements.of(event)) {
            long units = movement.units().value();
            credit(movement.from(), -units, recorded);
            credit(movement.to(), units, recorded);
        }
    }

    private void credit(@Nullable WalletId wallet, long units, Recorded recorded) {
        if (wallet == null) {
            return;
        }
        if (WalletKind.CHECK.isKindOf(wallet)) {
            unitsInChecks = Math.addExact(unitsInChecks, units);
        } else {
            Change change = of(wallet, recorded);
            change.units = Math.addExact(change.units, units);
        }
    }

    private Change of(WalletId wallet, Recorded recorded) {
        return wallets.computeIfAbsent(wallet, id -> new Change(kindOf(id), recorded));
    }

    /** As far as an id tells: which of the owners' wallets is the founder's, the founding says. */
    private static WalletKind kindOf(WalletId wallet) {
        return Stream.of(WalletKind.values())
                .filter(kind -> kind != WalletKind.MASTER && kind.isKindOf(wallet))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wallet + " is of no kind that is known"));
    }

    /** The founder's wallet stays the founder's, whatever nodes they own. */
    void writeTo(Writes writes) {
        Rows.of(wallets.entrySet())
                .text(Map.Entry::getKey)
                .text(wallet -> wallet.getValue().kind)
                .bigint(wallet -> wallet.getValue().units)
                .text(wallet -> wallet.getValue().holder)
                .text(wallet -> wallet.getValue().label)
                .bigint(wallet -> wallet.getValue().first.position())
                .bigint(wallet -> wallet.getValue().first.millis())
                .bool(wallet -> wallet.getValue().suspended)
                .bigint(wallet -> wallet.getValue().stateSince())
                .bigint(wallet -> wallet.getValue().stateSinceAt())
                .write(writes, """
                        insert into wallet as w (wallet, kind, units, holder, label, opened, opened_at, suspended,
                                                 state_since, state_since_at)
                        select c.wallet, c.kind, c.units, c.holder, c.label, c.opened, c.opened_at,
                               coalesce(c.suspended, false), c.since, c.since_at
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as c (
                            wallet, kind, units, holder, label, opened, opened_at, suspended, since, since_at)
                        on conflict (wallet) do update
                        set units          = w.units + excluded.units,
                            kind           = case excluded.kind when 'MASTER' then excluded.kind else w.kind end,
                            holder         = coalesce(excluded.holder, w.holder),
                            label          = coalesce(excluded.label, w.label),
                            suspended      = case when excluded.state_since is null then w.suspended
                                                  else excluded.suspended end,
                            state_since    = coalesce(excluded.state_since, w.state_since),
                            state_since_at = coalesce(excluded.state_since_at, w.state_since_at)
                        """);
        if (checks != 0 || unitsInChecks != 0) {
            writes.add("update checks set wallets = wallets + ?, units = units + ?", checks, unitsInChecks);
        }
    }

    private static final class Change {

        final Recorded first;

        WalletKind kind;
        long units;

        @Nullable
        HolderId holder;

        @Nullable
        WalletLabel label;

        @Nullable
        Boolean suspended;

        @Nullable
        Recorded state;

        Change(WalletKind kind, Recorded first) {
            this.kind = kind;
            this.first = first;
        }

        @Nullable
        Long stateSince() {
            return state == null ? null : state.position();
        }

        @Nullable
        Long stateSinceAt() {
            return state == null ? null : state.millis();
        }
    }
}
