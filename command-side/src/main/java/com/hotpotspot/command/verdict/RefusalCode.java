package com.hotpotspot.command.verdict;

import java.util.Locale;

/** Every reason for which a command can be refused. Clients know them by {@link #code()}, which never changes. */
public enum RefusalCode {
    NETWORK_NOT_FOUNDED(Kind.CONFLICT),
    NETWORK_ALREADY_FOUNDED(Kind.CONFLICT),
    NODE_UNKNOWN(Kind.UNKNOWN),
    BUSINESS_DAY_HAS_BEGUN(Kind.UNACCEPTABLE),
    BUSINESS_DAY_TOO_FAR_AHEAD(Kind.UNACCEPTABLE),
    NODE_ALREADY_REGISTERED(Kind.CONFLICT),
    NODE_INACTIVE(Kind.CONFLICT),
    TERMINAL_UNKNOWN(Kind.UNKNOWN),
    TERMINAL_NOT_AUTHORISED(Kind.FORBIDDEN),
    TERMINAL_REVOKED(Kind.FORBIDDEN),
    SALE_TOO_OLD(Kind.UNACCEPTABLE),
    SALE_IN_THE_FUTURE(Kind.UNACCEPTABLE),
    SALE_NUMBER_TAKEN(Kind.CONFLICT),
    SALE_UNKNOWN(Kind.UNKNOWN),
    SALE_VOIDED(Kind.CONFLICT),
    VOID_WINDOW_OVER(Kind.CONFLICT),
    VOID_WINDOW_OPEN(Kind.CONFLICT),
    VOID_NEEDS_APPROVAL(Kind.FORBIDDEN),
    REFUND_NUMBER_TAKEN(Kind.CONFLICT),
    REFUND_TOO_LARGE(Kind.UNACCEPTABLE),
    CHECK_UNKNOWN(Kind.UNKNOWN),
    CHECK_CLAIMED(Kind.CONFLICT),
    CHECK_VOIDED(Kind.CONFLICT),
    CHECK_EXPIRED(Kind.CONFLICT),
    CHECK_LOCKED(Kind.FORBIDDEN),
    CLAIM_CODE_WRONG(Kind.FORBIDDEN),
    WALLET_UNKNOWN(Kind.UNKNOWN),
    WALLET_CANNOT_CLAIM(Kind.FORBIDDEN),
    WALLET_ALREADY_OPENED(Kind.CONFLICT),
    POLICY_REACHES_BACK(Kind.UNACCEPTABLE),
    POLICY_OUT_OF_ORDER(Kind.CONFLICT),
    POLICY_TOO_FAR_AHEAD(Kind.UNACCEPTABLE),
    POLICY_UNKNOWN(Kind.UNKNOWN),
    POLICY_IN_FORCE(Kind.CONFLICT),
    FORBIDDEN(Kind.FORBIDDEN),
    ACCOUNT_UNKNOWN(Kind.UNKNOWN),
    ACCOUNT_ALREADY_CREATED(Kind.CONFLICT),
    ACCOUNT_CLOSED(Kind.CONFLICT),
    ADMINISTRATOR_ALREADY_APPOINTED(Kind.CONFLICT),
    ROLE_FOR_ONESELF(Kind.FORBIDDEN),
    ROLE_NOT_TO_GIVE(Kind.FORBIDDEN),
    ROLE_ENDS_IN_THE_PAST(Kind.UNACCEPTABLE),
    CREDENTIAL_UNKNOWN(Kind.UNKNOWN),
    CREDENTIAL_REVOKED(Kind.CONFLICT),
    CREDENTIAL_TAKEN(Kind.CONFLICT),
    CREDENTIALS_EXHAUSTED(Kind.CONFLICT),
    TWO_PEOPLE_NEEDED(Kind.FORBIDDEN),
    CONFIRMED_BY_ONESELF(Kind.FORBIDDEN),
    PROPOSAL_LAPSED(Kind.CONFLICT),
    LAST_ADMINISTRATOR(Kind.CONFLICT);

    /** What a refusal is about, for those who must choose a status or a next step by it. */
    public enum Kind {
        /** What the command names does not exist. */
        UNKNOWN,
        /** The caller may not do this. */
        FORBIDDEN,
        /** The state of things does not allow it now. */
        CONFLICT,
        /** The command's content is not acceptable. */
        UNACCEPTABLE
    }

    private final Kind kind;

    RefusalCode(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable code that clients see, for example {@code node-inactive}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
