package com.hotpotspot.events.policy;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import java.time.Instant;

/**
 * The network owner adopted a token policy. It is never retroactive: sales made before {@code effectiveFrom} keep
 * theirs.
 *
 * @param version counted from 2; the first policy is in force since always
 * @param emissionUnits a sale, or a GEL
 * @param leastTotalTetri a sale below this mints nothing; revision 1 named none, and is read with the default, 100
 * @param ownerSplit how a mint on an OWNER node is divided
 * @param franchiseSplit how a mint on a FRANCHISE node is divided
 * @param voidWindowMinutes counted from a sale's recording
 * @param claimWindowMinutes counted from a sale's recording
 * @param tokenPriceTetri for valuations in registries
 */
@EventName(value = "policy.adopted", revision = "2")
public record TokenPolicyAdopted(
        int version,
        Instant effectiveFrom,
        EmissionKind emission,
        Units emissionUnits,
        Tetri leastTotalTetri,
        PercentSplit ownerSplit,
        PercentSplit franchiseSplit,
        int voidWindowMinutes,
        int claimWindowMinutes,
        OwnershipCaps caps,
        Tetri tokenPriceTetri)
        implements PolicyEvent {}
