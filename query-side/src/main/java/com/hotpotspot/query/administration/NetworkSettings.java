package com.hotpotspot.query.administration;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about the network as a whole, as of a position of the log. */
public record NetworkSettings(
        @Schema(description = "When it was founded and by whom; null until it is.") @Nullable
        Founding founding,

        @Schema(description = "Which voids take the approval of somebody else; null while none does.") @Nullable
        VoidApproval voidApproval,

        @Schema(
                description =
                        "From when on business days begin at which time of day, the last first; before the first at midnight. Of many the last 20.")
        List<BusinessDayRule> businessDays,

        @AsOf long position) {

    static final int MOST_RULES = 20;

    public NetworkSettings {
        businessDays = List.copyOf(businessDays);
    }

    /** How the network began. */
    public record Founding(
            @Schema(description = "Whoever founded it.", example = "founder")
            OwnerId founderId,

            @Schema(description = "The founder's wallet.", example = "own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12")
            WalletId founderWallet,

            NetworkPurpose purpose,

            @Schema(description = "The position at which it was founded.", example = "0")
            long founded,

            @Schema(description = "When it was founded, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant foundedAt) {}

    /** Above which total a void takes the approval of somebody else. */
    public record VoidApproval(
            @Schema(
                    description =
                            "Above which total a void takes the approval of somebody else, in tetri (1 GEL = 100 tetri).",
                    example = "5000")
            Tetri aboveTetri,

            @Schema(description = "The position at which that was set.", example = "4711")
            long set,

            @Schema(description = "When that was set, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant setAt) {}

    /** From when on business days begin so. */
    public record BusinessDayRule(
            @Schema(description = "When they begin, as a time of day in Tbilisi.", example = "04:00")
            DayBegin beginsAt,

            @Schema(description = "The first day that begins so.", example = "2026-12-31")
            LocalDate from,

            @Schema(description = "The position at which that was set.", example = "4711")
            long set,

            @Schema(description = "When that was set, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant setAt) {}
}
