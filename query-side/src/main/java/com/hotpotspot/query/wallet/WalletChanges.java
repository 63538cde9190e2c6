package com.hotpotspot.query.wallet;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.movement.Movement;
import com.hotpotspot.events.movement.Movements;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.query.projection.Rows;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What one batch of events changes, summed up so that each table is written once. */
final class WalletChanges {

    private final Map<WalletId, Change> wallets = new LinkedHashMap<>();

    private long checks;
    private long unitsInChecks;

    void founded(NetworkFounded event) {
        of(event.founderWallet()).kind = WalletKind.MASTER;
        of(WalletId.RESERVE);
        moved(event);
    }

    void registered(NodeRegistered event) {
        of(event.ownerWallet());
    }

    void changedOwner(NodeOwnerChanged event) {
        of(event.ownerWallet());
    }

    void opened(WalletOpened event) {
        of(event.wallet());
    }

    void issued(CheckIssued event) {
        checks++;
        moved(event);
    }

    /** Whatever tokens the event moves. */
    void moved(Event event) {
        for (Movement movement : Movements.of(event)) {
            long units = movement.units().value();
            credit(movement.from(), -units);
            credit(movement.to(), units);
        }
    }

    private void credit(@Nullable WalletId wallet, long units) {
        if (wallet == null) {
            return;
        }
        if (WalletKind.CHECK.isKindOf(wallet)) {
            unitsInChecks = Math.addExact(unitsInChecks, units);
        } else {
            Change change = of(wallet);
            change.units = Math.addExact(change.units, units);
        }
    }

    private Change of(WalletId wallet) {
        return wallets.computeIfAbsent(wallet, id -> new Change(kindOf(id)));
    }

    /** As far as an id tells: which of the owners' wallets is the founder's, the founding says. */
    private static WalletKind kindOf(WalletId wallet) {
        return Stream.of(WalletKind.values())
                .filter(kind -> kind != WalletKind.MASTER && kind.isKindOf(wallet))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wallet + " is of no kind that is known"));
    }

    /** The founder's wallet stays the founder's, whatever nodes they own. */
    void writeTo(JdbcOperations jdbc) {
        Rows.of(wallets.entrySet())
                .text(Map.Entry::getKey)
                .text(wallet -> wallet.getValue().kind)
                .bigint(wallet -> wallet.getValue().units)
                .write(jdbc, """
                        insert into wallet as w (wallet, kind, units)
                        select * from unnest(?, ?, ?)
                        on conflict (wallet) do update
                        set units = w.units + excluded.units,
                            kind  = case excluded.kind when 'MASTER' then excluded.kind else w.kind end
                        """);
        if (checks != 0 || unitsInChecks != 0) {
            jdbc.update("update checks set wallets = wallets + ?, units = units + ?", checks, unitsInChecks);
        }
    }

    private static final class Change {

        WalletKind kind;
        long units;

        Change(WalletKind kind) {
            this.kind = kind;
        }
    }
}
