package com.hotpotspot.command.account;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.SecondFactorEnrolled;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When somebody may sign in with another second factor, or without one. */
final class SecondFactorPolicies {

    private SecondFactorPolicies() {}

    /** Nobody changes over from one that they have not proved to have, nor over somebody who was faster. */
    static Verdict isTheOne(Optional<CredentialId> enrolled, Optional<CredentialId> proved) {
        return enrolled.equals(proved)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.SECOND_FACTOR_CHANGED, "The account has another second factor than a moment ago.");
    }

    static Verdict isEnrolled(@Nullable SecondFactorEnrolled enrolled) {
        return enrolled != null
                ? Verdict.allowed()
                : Verdict.refused(AccountCode.SECOND_FACTOR_UNKNOWN, "The account has no second factor.");
    }

    static Verdict isProposed(@Nullable SecondFactorRemovalProposed proposal, Instant now) {
        if (proposal == null) {
            return Verdict.refused(
                    AccountCode.SECOND_FACTOR_UNKNOWN, "Nobody proposed to remove the second factor of the account.");
        }
        return CredentialPolicies.isNotLapsed(proposal.lapsesAt(), now);
    }
}
