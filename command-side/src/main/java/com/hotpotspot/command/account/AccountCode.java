package com.hotpotspot.command.account;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why an account, its roles or its credentials cannot be what was asked for. */
public enum AccountCode implements PublicCode {
    ACCOUNT_ALREADY_CREATED(Status.CONFLICT, "The account was created before, of another kind."),
    ACCOUNT_CLOSED(Status.CONFLICT, "The account was closed for good."),
    ACCOUNT_NOT_A_PERSONS(Status.CONFLICT, "The account is a program's; only people have names and passwords."),
    SIGN_IN_NAME_TAKEN(Status.CONFLICT, "The name is or was another's; choose another."),
    ONE_TIME_SECRET_LAPSED(Status.CONFLICT, "The one-time secret has come to its end; ask for another."),
    SECOND_FACTOR_UNKNOWN(Status.NOT_FOUND, "The account has no second factor, or nobody proposed to remove it."),
    SECOND_FACTOR_CHANGED(Status.CONFLICT, "The account has another second factor than a moment ago."),
    ADMINISTRATOR_ALREADY_APPOINTED(Status.CONFLICT, "The first account exists; others are created by it."),
    ADMINISTRATOR_IS_LAST(Status.CONFLICT, "Nobody else administers without an end; appoint somebody first."),
    ROLE_FOR_ONESELF(Status.FORBIDDEN, "Nobody grants a role to themselves."),
    ROLE_NOT_TO_GIVE(Status.FORBIDDEN, "The caller holds no role that may grant or revoke this one."),
    ROLE_ENDS_IN_THE_PAST(Status.UNPROCESSABLE_CONTENT, "The end of a role must lie in the future."),
    CREDENTIAL_UNKNOWN(Status.NOT_FOUND, "The account has no such credential."),
    CREDENTIAL_REVOKED(Status.CONFLICT, "A revoked credential is not issued again; issue another."),
    CREDENTIAL_TAKEN(Status.CONFLICT, "The id is that of another credential; choose another."),
    CREDENTIALS_EXHAUSTED(Status.CONFLICT, "An account has at most two credentials; revoke one first."),
    CREDENTIAL_NEEDS_TWO_PEOPLE(
            Status.FORBIDDEN,
            "The account may do what the caller may not, or is somebody else's; propose the credential and let another person confirm it."),
    PROPOSAL_BY_ONESELF(
            Status.FORBIDDEN,
            "Whoever proposed a credential cannot confirm it, nor with an account whose secret they may have seen."),
    PROPOSAL_LAPSED(Status.CONFLICT, "A proposed credential can be confirmed for seven days; propose it anew.");

    private final Status status;
    private final String meaning;

    AccountCode(Status status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Which of these a door refuses with. */
    @Documented
    @Refuses
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Refused {
        AccountCode[] value();
    }
}
