package com.hotpotspot.command.account;

import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
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
     * @param shown who was shown a secret of the account that is in use
     * @param inUse whether anybody can sign in with it
     */
    static Verdict onePersonIsEnough(
            AccountId issuer,
            Set<Role> rolesOfIssuer,
            AccountId account,
            Set<Role> roles,
            Set<AccountId> shown,
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
        boolean somebodyElses = inUse && !shown.contains(issuer) && !OF_PROGRAMS.containsAll(roles);
        return somebodyElses ? twoPeople("Somebody else signs in with the account") : Verdict.allowed();
    }

    private static Verdict twoPeople(String why) {
        return Verdict.refused(
                AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
                why + "; propose the credential, and let another person confirm it.");
    }

    /**
     * Nobody reaches a role through an account that they can sign in to, if they may not hold it: neither who grants it
     * nor anybody else.
     *
     * @param rolesOf what an account may do now
     */
    static Verdict staysOutOfReach(
            Role role,
            AccountId account,
            Set<AccountId> hands,
            AccountId granter,
            Set<AccountId> handsOfGranter,
            Function<AccountId, Set<Role>> rolesOf) {
        boolean grantedToOneself =
                !withinReachOf(rolesOf.apply(granter)).contains(role) && !Collections.disjoint(hands, handsOfGranter);
        boolean heldByOthers = hands.stream()
                .filter(hand -> !hand.equals(account))
                .anyMatch(hand -> !withinReachOf(rolesOf.apply(hand)).contains(role));
        return grantedToOneself || heldByOthers
                ? Verdict.refused(
                        AccountCode.ROLE_FOR_ONESELF,
                        ("Somebody who may not hold %s may have seen a secret of this account;"
                                        + " grant it to an account before that has a secret.")
                                .formatted(role))
                : Verdict.allowed();
    }

    /** A till's secret is made by one person, in the course of the day, so that it must open nothing else. */
    static Verdict isNoTill(AccountId account, Role role) {
        return role == Role.POS_TERMINAL || account.terminal().isEmpty()
                ? Verdict.allowed()
                : Verdict.refused(AccountCode.ROLE_NOT_TO_GIVE, "A till's account is a till's, and nothing else.");
    }

    /** Whether a till's secret can be made as tills' secrets are. */
    static Verdict opensNothingElse(Set<Role> roles) {
        return Set.of(Role.POS_TERMINAL).containsAll(roles)
                ? Verdict.allowed()
                : twoPeople("The till's account holds %s".formatted(roles));
    }

    /** So that proposals which nobody confirms do not pile up. */
    static Verdict isNoHeap(Collection<CredentialProposed> proposals, Instant now) {
        long waiting = proposals.stream()
                .filter(proposal -> now.isBefore(proposal.lapsesAt()))
                .count();
        return waiting < AccountPolicies.MAX_CREDENTIALS
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.CREDENTIALS_EXHAUSTED,
                        "For the account %s credentials wait to be confirmed; that is enough.".formatted(waiting));
    }

    static Verdict isProposed(@Nullable CredentialProposed proposal, Instant now) {
        if (proposal == null) {
            return Verdict.refused(AccountCode.CREDENTIAL_UNKNOWN, "No such credential was proposed.");
        }
        return isNotLapsed(proposal.lapsesAt(), now);
    }

    /** Until when what is proposed now can be confirmed. */
    static Instant lapsesAt(Instant now) {
        return now.plus(PROPOSALS_LAST).truncatedTo(ChronoUnit.MILLIS);
    }

    static Verdict isNotLapsed(Instant lapsesAt, Instant now) {
        return now.isBefore(lapsesAt)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.PROPOSAL_LAPSED, "The proposal could be confirmed until %s.".formatted(lapsesAt));
    }

    /** What somebody proposed who is trusted no longer is nobody's proposal. */
    static Verdict isStillMeant(Set<Role> rolesOfProposer) {
        return rolesOfProposer.contains(Role.ADMIN)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.PROPOSAL_LAPSED,
                        "Whoever proposed it is an administrator no longer; propose it anew.");
    }

    /**
     * Two accounts are two people only where nobody may have seen secrets of both, from the proposal on, so that nobody
     * becomes two by getting rid of what they proposed it with.
     *
     * @param lapsesAt of the proposal, which says when it was made, or a moment before
     */
    static Verdict areTwoPeople(AccountId proposer, AccountId confirmer, Instant lapsesAt, AccountRegistry accounts) {
        Instant since = lapsesAt.minus(PROPOSALS_LAST);
        return Collections.disjoint(accounts.handsOf(proposer, since), accounts.handsOf(confirmer, since))
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.PROPOSAL_BY_ONESELF,
                        "Whoever proposed it cannot confirm it, nor with an account whose secret they may have seen.");
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
