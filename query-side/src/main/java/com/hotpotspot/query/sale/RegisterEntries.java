package com.hotpotspot.query.sale;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.BusinessDays;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.Takings;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.query.projection.KeptBusinessDays;
import com.hotpotspot.query.projection.Rows;
import com.hotpotspot.query.projection.Writes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one batch of events enters in the register: new rows, and the rest of rows that an earlier batch began. */
final class RegisterEntries {

    private final Map<SaleId, Entry> entries = new LinkedHashMap<>();
    private final Map<Long, SaleRefunded> refunds = new LinkedHashMap<>();

    private final List<BusinessDaySet> newDays = new ArrayList<>();

    private BusinessDays businessDays;

    /** @param businessDays when days begin, by what was set before */
    RegisterEntries(BusinessDays businessDays) {
        this.businessDays = businessDays;
    }

    /** From here on in the log days begin so. */
    void set(BusinessDaySet event) {
        businessDays = businessDays.with(event);
        newDays.add(event);
    }

    void recorded(long position, SaleRecorded event) {
        of(event.sale()).recorded(position, event, businessDays.dayOf(event.soldAt()));
    }

    Entry of(SaleId sale) {
        return entries.computeIfAbsent(sale, Entry::new);
    }

    void refunded(long position, SaleRefunded event) {
        refunds.put(position, event);
    }

    void writeTo(Writes writes) {
        newDays.forEach(set -> KeptBusinessDays.keep(writes, set));
        List<Entry> begun = entries.values().stream().filter(Entry::isNew).toList();
        List<Entry> continued =
                entries.values().stream().filter(entry -> !entry.isNew()).toList();
        begin(writes, begun);
        complete(writes, continued);
        Rows.of(refunds.entrySet())
                .text(refund -> refund.getValue().sale())
                .bigint(Map.Entry::getKey)
                .bigint(refund -> refund.getValue().amountTetri().value())
                .write(writes, """
                        insert into refund (sale, position, amount_tetri)
                        select * from unnest(?, ?, ?)
                        """);
    }

    private static void begin(Writes writes, List<Entry> entries) {
        Rows<Entry> rows = Rows.of(entries)
                .text(entry -> entry.id)
                .bigint(entry -> entry.position)
                .text(entry -> entry.sale().node())
                .text(entry -> entry.sale().number())
                .bigint(entry -> entry.sale().soldAt().toEpochMilli())
                .date(entry -> Objects.requireNonNull(entry.day))
                .bigint(entry -> entry.sale().totalTetri().value())
                .bigint(entry -> Takings.discounts(entry.sale()).value())
                .bigint(entry -> Takings.vat(entry.sale()).map(Tetri::value).orElse(null))
                .bigint(entry -> paid(entry, MeansOfPayment.CASH))
                .bigint(entry -> paid(entry, MeansOfPayment.CARD))
                .bigint(entry -> paid(entry, MeansOfPayment.VOUCHER))
                .bigint(entry -> Takings.tip(entry.sale()).value())
                .text(entry -> entry.sale().fiscalNumber());
        withWhatFollowed(rows).write(writes, """
                        insert into sale (
                            sale, position, node, number, sold_at, day, total_tetri,
                            discount_tetri, vat_tetri, cash_tetri, card_tetri, voucher_tetri, tip_tetri, fiscal_number,
                            mint_position, policy_version, minted_units, owner_wallet, owner_units,
                            buyer_wallet, buyer_units, royalty_wallet, royalty_units, check_position, check_id,
                            claim_position, expiry_position, void_position)
                        select * from unnest(
                            ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private static long paid(Entry entry, MeansOfPayment means) {
        return Takings.paidWith(means, entry.sale()).value();
    }

    private static void complete(Writes writes, List<Entry> entries) {
        withWhatFollowed(Rows.of(entries).text(entry -> entry.id))
                .writeEach(writes, """
                        update sale s
                        set mint_position  = coalesce(s.mint_position, e.mint_position),
                            policy_version = coalesce(s.policy_version, e.policy_version),
                            minted_units   = coalesce(s.minted_units, e.minted_units),
                            owner_wallet   = coalesce(s.owner_wallet, e.owner_wallet),
                            owner_units    = coalesce(s.owner_units, e.owner_units),
                            buyer_wallet   = coalesce(s.buyer_wallet, e.buyer_wallet),
                            buyer_units    = coalesce(s.buyer_units, e.buyer_units),
                            royalty_wallet = coalesce(s.royalty_wallet, e.royalty_wallet),
                            royalty_units  = coalesce(s.royalty_units, e.royalty_units),
                            check_position = coalesce(s.check_position, e.check_position),
                            check_id       = coalesce(s.check_id, e.check_id),
                            claim_position = coalesce(s.claim_position, e.claim_position),
                            expiry_position = coalesce(s.expiry_position, e.expiry_position),
                            void_position  = coalesce(s.void_position, e.void_position)
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as e (
                            sale, mint_position, policy_version, minted_units, owner_wallet, owner_units,
                            buyer_wallet, buyer_units, royalty_wallet, royalty_units, check_position, check_id,
                            claim_position, expiry_position, void_position)
                        where s.sale = e.sale
                        """, "what became of sales that it does not hold");
    }

    private static Rows<Entry> withWhatFollowed(Rows<Entry> rows) {
        return rows.bigint(entry -> entry.mintPosition)
                .bigint(entry -> entry.mint == null ? null : (long) entry.mint.policyVersion())
                .bigint(entry ->
                        entry.mint == null ? null : entry.mint.mintedUnits().value())
                .text(entry -> entry.mint == null ? null : entry.mint.ownerWallet())
                .bigint(entry ->
                        entry.mint == null ? null : entry.mint.ownerUnits().value())
                .text(entry -> entry.mint == null ? null : entry.mint.buyerWallet())
                .bigint(entry ->
                        entry.mint == null ? null : entry.mint.buyerUnits().value())
                .text(entry -> entry.mint == null ? null : entry.mint.royaltyWallet())
                .bigint(entry ->
                        entry.mint == null ? null : entry.mint.royaltyUnits().value())
                .bigint(entry -> entry.checkPosition)
                .text(entry -> entry.check == null ? null : entry.check.check())
                .bigint(entry -> entry.claimPosition)
                .bigint(entry -> entry.expiryPosition)
                .bigint(entry -> entry.voidPosition);
    }

    /** What a batch knows of one sale. */
    static final class Entry {

        private final SaleId id;
        private @Nullable Long position;
        private @Nullable SaleRecorded sale;
        private @Nullable LocalDate day;
        private @Nullable Long mintPosition;
        private @Nullable TokensMinted mint;
        private @Nullable Long checkPosition;
        private @Nullable CheckIssued check;
        private @Nullable Long claimPosition;
        private @Nullable Long expiryPosition;
        private @Nullable Long voidPosition;

        private Entry(SaleId id) {
            this.id = id;
        }

        private void recorded(long at, SaleRecorded event, LocalDate on) {
            position = at;
            sale = event;
            day = on;
        }

        void minted(long at, TokensMinted event) {
            mintPosition = at;
            mint = event;
        }

        void issued(long at, CheckIssued event) {
            checkPosition = at;
            check = event;
        }

        void claimed(long at) {
            claimPosition = at;
        }

        void expired(long at) {
            expiryPosition = at;
        }

        void voided(long at) {
            voidPosition = at;
        }

        private boolean isNew() {
            return sale != null;
        }

        private SaleRecorded sale() {
            return Objects.requireNonNull(sale);
        }
    }
}
