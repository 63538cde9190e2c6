package com.hotpotspot.command.sale;

import com.hotpotspot.events.sale.CheckClaimed;
import java.time.Instant;

/** What became of a claim that was allowed to try. A wrong code is an event, so it cannot be a refusal. */
public sealed interface ClaimOutcome {

    /** The units moved, now or when the same claim came before. */
    record Claimed(CheckClaimed claim) implements ClaimOutcome {}

    /** The code was wrong, and so many more attempts are left. */
    record WrongCode(int attemptsLeft) implements ClaimOutcome {}

    /** The code was wrong, and it was the last attempt for a while. */
    record Locked(Instant until) implements ClaimOutcome {}
}
