package com.hotpotspot.benchmarks;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What the log holds of a sale. */
final class RecordedSale {

    private static final OwnerId OWNER = new OwnerId("owner-1");
    private static final OwnerId FOUNDER = new OwnerId("founder");
    private static final AccountId TILL_ACCOUNT = new AccountId("till-4-vake-till-1");

    private RecordedSale() {}

    static SaleId idOf(long number) {
        return SaleId.of(Sales.nodeOf(number), numberOf(number));
    }

    private static SaleNumber numberOf(long number) {
        return new SaleNumber("C" + number);
    }

    /** @param followed whether some are claimed, voided or refunded */
    static List<Event> events(long number, boolean followed) {
        NodeId node = Sales.nodeOf(number);
        SaleNumber saleNumber = numberOf(number);
        SaleId sale = idOf(number);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        TokensMinted minted = new TokensMinted(
                sale,
                node,
                1,
                Units.of(100),
                OWNER.wallet(),
                Units.of(48),
                sale.check().wallet(),
                Units.of(49),
                FOUNDER.wallet(),
                Units.of(3),
                now.plus(1, ChronoUnit.DAYS));
        List<Event> events = new ArrayList<>(List.of(
                new SaleRecorded(
                        sale, node, saleNumber, Sales.TILL, now, Sales.ITEMS, Sales.TOTAL, null, SaleOrigin.TILL),
                minted,
                // Not due for long, or the running system would begin to expire them.
                new CheckIssued(
                        sale, sale.check(), sale.check().wallet(), Units.of(49), now.plus(365, ChronoUnit.DAYS))));
        if (followed) {
            addWhatFollows(number, sale, node, now, minted, events);
        }
        return events;
    }

    /** Of three sales one is claimed; of fifty one is voided; of forty one is refunded in part. */
    private static void addWhatFollows(
            long number, SaleId sale, NodeId node, Instant now, TokensMinted minted, List<Event> events) {
        if (number % 50 == 1) {
            events.add(new SaleVoided(
                    sale, node, Sales.TILL, now, Sales.TOTAL, VoidReason.PAYMENT_FAILED, TILL_ACCOUNT, null));
            events.add(TokensBurned.all(minted));
            events.add(new CheckVoided(sale, sale.check()));
            return;
        }
        if (number % 3 == 0) {
            events.add(new CheckClaimed(
                    sale,
                    sale.check(),
                    sale.check().wallet(),
                    WalletKind.CUSTOMER.walletOf("customer-" + number % 1_000),
                    Units.of(49)));
        }
        if (number % 40 == 2) {
            events.add(new SaleRefunded(
                    sale, node, Sales.TILL, new RefundNumber("R-1"), Tetri.of(100), Units.ZERO, RefundReason.QUALITY));
        }
    }
}
