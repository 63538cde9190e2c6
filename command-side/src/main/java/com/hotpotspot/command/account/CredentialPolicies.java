package com.hotpotspot.command.account;

import com.hotpotspot.command.policy.RefusalCode;
import com.hotpotspot.command.policy.Verdict;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may be handed a secret. Whoever sees the secret of an account can act as that account, so nobody gets one alone
 * for an account that may do what they may not, or that somebody else acts with.
 */
final class CredentialPolicies {

    /** How long a proposal waits for a second person. */
    static final Duration PROPOSALS_LAST = Duration.ofDays(7);

    /** Roles of programs, whose secrets are made anew in the course of the day. */
    private static final Set<Role> OF_PROGRAMS =
            Collections.unmodifiableSet(EnumSet.of(Role.POS_TERMINAL, Role.ANALYST));

    private CredentialPolicies() {}

    /**
     * Whether one person is enough to give an account a secret.
     *
     * @param roles what the account may do
     * @param hands who may be acting as the account already, itself included
     * @param inUse whether anybody can sign in with it
     */
    static Verdict onePersonIsEnough(
            AccountId issuer,
            Set<Role> rolesOfIssuer,
            AccountId account,
            Set<Role> roles,
            Set<AccountId> hands,
            boolean inUse) {
        if (issuer.equals(account)) {
            return Verdict.allowed();
        }
        EnumSet<Role> beyond = EnumSet.noneOf(Role.class);
        beyond.addAll(roles);
        beyond.removeAll(withinReachOf(rolesOfIssuer));
        if (!beyond.isEmpty()) {
            return twoPeople("The account holds %s, which is not the caller's".formatted(beyond));
        }
        boolean somebodyElses = inUse && !hands.contains(issuer) && !OF_PROGRAMS.containsAll(roles);
        return somebodyElses ? twoPeople("Somebody else signs in with the account") : Verdict.allowed();
    }

    private static Verdict twoPeople(String why) {
        return Verdict.refused(
                RefusalCode.TWO_PEOPLE_NEEDED, why + "; propose the credential, and let another person confirm it.");
    }

    /** Nobody reaches a role through an account that they can sign in to, if they may not hold it. */
    static Verdict staysOutOfReach(
            Role role, Set<AccountId> handsOfAccount, Set<AccountId> handsOfGranter, Set<Role> rolesOfGranter) {
        return withinReachOf(rolesOfGranter).contains(role) || Collections.disjoint(handsOfAccount, handsOfGranter)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.ROLE_FOR_ONESELF,
                        "Whoever grants %s was shown a secret of this account, or has shown it one; revoke that first."
                                .formatted(role));
    }

    /** So that proposals which nobody confirms do not pile up. */
    static Verdict isNoHeap(Collection<CredentialProposed> proposals, Instant now) {
        long waiting = proposals.stream()
                .filter(proposal -> now.isBefore(proposal.lapsesAt()))
                .count();
        return waiting < AccountPolicies.MAX_CREDENTIALS
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.CREDENTIALS_EXHAUSTED,
                        "For the account %s credentials wait to be confirmed; that is enough.".formatted(waiting));
    }

    static Verdict isProposed(@Nullable CredentialProposed proposal, Instant now) {
        if (proposal == null) {
            return Verdict.refused(RefusalCode.CREDENTIAL_UNKNOWN, "No such credential was proposed.");
        }
        return now.isBefore(proposal.lapsesAt())
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.PROPOSAL_LAPSED,
                        "The proposal could be confirmed until %s.".formatted(proposal.lapsesAt()));
    }

    /** Two accounts are two people only where neither can sign in to the other. */
    static Verdict areTwoPeople(Set<AccountId> handsOfOne, Set<AccountId> handsOfOther) {
        return Collections.disjoint(handsOfOne, handsOfOther)
                ? Verdict.allowed()
                : Verdict.refused(
                        RefusalCode.CONFIRMED_BY_ONESELF,
                        "Whoever proposed it cannot confirm it, nor with an account whose secret they were shown.");
    }

    /**
     * What whoever holds these roles may do by themselves, or could do by what they may give to others. A regulator, an
     * auditor, compliance are trusted because they are somebody else, and a customer's wallet is the customer's.
     */
    private static Set<Role> withinReachOf(Set<Role> roles) {
        EnumSet<Role> reach = EnumSet.noneOf(Role.class);
        if (roles.contains(Role.ADMIN)) {
            reach.addAll(Set.of(Role.ADMIN, Role.ANALYST));
        }
        if (roles.contains(Role.NETWORK_OWNER)) {
            reach.addAll(Set.of(Role.NETWORK_OWNER, Role.FRANCHISEE, Role.POS_TERMINAL));
        }
        return reach;
    }
}
