package com.hotpotspot.command.account;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.verdict.Verdict;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may trust whom with what. */
final class AccountPolicies {

    /** One in use, and one to replace it with. Each costs a key derivation when somebody signs in. */
    static final int MAX_CREDENTIALS = 2;

    /** Whoever holds one of these roles may grant the roles beside it. */
    private static final Map<Role, Set<Role>> GRANTS = Map.of(
            Role.ADMIN, EnumSet.allOf(Role.class),
            Role.NETWORK_OWNER, EnumSet.of(Role.FRANCHISEE, Role.POS_TERMINAL),
            Role.COMPLIANCE_HEAD, EnumSet.of(Role.COMPLIANCE_OFFICER));

    private AccountPolicies() {}

    static Verdict isOpen(boolean closed) {
        return closed
                ? Verdict.refused(AccountCode.ACCOUNT_CLOSED, "The account was closed for good.")
                : Verdict.allowed();
    }

    /** Whether an account that there is can be created once more, which changes nothing. */
    static Verdict isTheSame(AccountCreated known, AccountCreated wanted) {
        return wanted.equals(known)
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ACCOUNT_ALREADY_CREATED,
                        "There is an account %s of another kind.".formatted(wanted.account()));
    }

    static Verdict mayGrant(GrantRole command, Set<Role> rolesOfGranter, KnownNodes nodes, Instant now) {
        return isNotTheirOwn(command.account(), command.grantedBy())
                .and(() -> isTheirsToGive(command.role(), rolesOfGranter))
                .and(() -> nodes.areThere(command.scope().nodes()))
                .and(() -> endsInTheFuture(command.until(), now));
    }

    /** Giving a role up is allowed to everybody. */
    static Verdict mayRevoke(RevokeRole command, Set<Role> rolesOfRevoker) {
        return command.account().equals(command.revokedBy())
                ? Verdict.allowed()
                : isTheirsToGive(command.role(), rolesOfRevoker);
    }

    /** There is one account that was trusted by nobody: the first. */
    static Verdict isTheFirst(boolean thereIsAnAdministrator) {
        return thereIsAnAdministrator
                ? Verdict.refused(
                        AccountCode.ADMINISTRATOR_ALREADY_APPOINTED,
                        "There is an administrator already, who can grant roles.")
                : Verdict.allowed();
    }

    /**
     * Without an administrator nobody is ever let in again.
     *
     * @param admin what the account was granted, which it is about to lose or to see end
     */
    static Verdict leavesAnAdministrator(@Nullable RoleGranted admin, boolean isAdministeredBeside) {
        return admin == null || admin.until() != null || isAdministeredBeside
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ADMINISTRATOR_IS_LAST,
                        "Nobody else administers without an end; let somebody else be an administrator first.");
    }

    /**
     * Only they are given a new secret without anybody's leave; others ask one of them, unless there is none. Two who
     * resign in the same instant, each while the other was still there, would leave nobody.
     */
    static Verdict isAdministrator(boolean administers, boolean nobodyElse) {
        return administers || nobodyElse
                ? Verdict.allowed()
                : Verdict.refused(
                        GeneralCode.FORBIDDEN, "The account is no administrator's; an administrator can help.");
    }

    static Verdict hasRoomForACredential(int inUse) {
        return inUse < MAX_CREDENTIALS
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.CREDENTIALS_EXHAUSTED,
                        String.format(
                                Locale.ROOT,
                                "The account has %d credentials; revoke one before another is issued.",
                                MAX_CREDENTIALS));
    }

    private static Verdict isNotTheirOwn(AccountId account, AccountId grantedBy) {
        return account.equals(grantedBy)
                ? Verdict.refused(AccountCode.ROLE_FOR_ONESELF, "Nobody grants a role to themselves.")
                : Verdict.allowed();
    }

    private static Verdict isTheirsToGive(Role role, Set<Role> rolesOfGranter) {
        return rolesOfGranter.stream()
                        .anyMatch(own -> GRANTS.getOrDefault(own, Set.of()).contains(role))
                ? Verdict.allowed()
                : Verdict.refused(
                        AccountCode.ROLE_NOT_TO_GIVE,
                        "The role %s is not the caller's to give or take.".formatted(role));
    }

    private static Verdict endsInTheFuture(Optional<Instant> until, Instant now) {
        return until.filter(end -> !end.isAfter(now)).isPresent()
                ? Verdict.refused(AccountCode.ROLE_ENDS_IN_THE_PAST, "The end of the role must lie in the future.")
                : Verdict.allowed();
    }
}
