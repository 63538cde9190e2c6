package com.hotpotspot.command.account;

import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.account.AccountDocuments.Closed;
import com.hotpotspot.command.account.AccountDocuments.Created;
import com.hotpotspot.command.account.AccountDocuments.Creation;
import com.hotpotspot.command.account.AccountDocuments.Grant;
import com.hotpotspot.command.account.AccountDocuments.Granted;
import com.hotpotspot.command.account.AccountDocuments.Revoked;
import com.hotpotspot.command.account.CredentialDocuments.Credential;
import com.hotpotspot.command.account.CredentialDocuments.Issued;
import com.hotpotspot.command.account.CredentialDocuments.Proposed;
import com.hotpotspot.command.account.CredentialDocuments.Withdrawn;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to accounts, their roles and credentials. */
@RestController
@RequestMapping("/api/v1/accounts")
@Roles(Role.ADMIN)
class AccountEndpoint {

    private final Commands commands;
    private final CredentialDesk desk;
    private final Answers answers;

    AccountEndpoint(Commands commands, CredentialDesk desk, Answers answers) {
        this.commands = commands;
        this.desk = desk;
        this.answers = answers;
    }

    @PostMapping
    @Operation(operationId = "createAccount", summary = "Create an account for a program or a person")
    @Creates
    @AccountCode.Refused(AccountCode.ACCOUNT_ALREADY_CREATED)
    ResponseEntity<Answer<Created>> create(@Valid @RequestBody Creation request, Caller caller) {
        return answers.created(commands.send(request.command(caller.newId()), caller), Created::of);
    }

    @PostMapping("/{accountId}/close")
    @Operation(operationId = "closeAccount", summary = "Close an account for good")
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused(AccountCode.ADMINISTRATOR_IS_LAST)
    ResponseEntity<Answer<Closed>> close(@PathVariable String accountId, Caller caller) {
        return answers.ok(commands.send(new CloseAccount(new AccountId(accountId)), caller), Closed::of);
    }

    @PostMapping("/{accountId}/roles")
    @Operation(
            operationId = "grantRole",
            summary = "Grant a role",
            description =
                    "ADMIN grants any role, NETWORK_OWNER grants FRANCHISEE and POS_TERMINAL, COMPLIANCE_HEAD grants COMPLIANCE_OFFICER, and nobody grants a role to themselves.")
    @Creates
    @UnknownCode.Refused({UnknownCode.ACCOUNT_UNKNOWN, UnknownCode.NODE_UNKNOWN})
    @AccountCode.Refused({
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.ROLE_FOR_ONESELF,
        AccountCode.ROLE_NOT_TO_GIVE,
        AccountCode.ROLE_ENDS_IN_THE_PAST,
        AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
        AccountCode.ADMINISTRATOR_IS_LAST
    })
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.COMPLIANCE_HEAD})
    ResponseEntity<Answer<Granted>> grant(
            @PathVariable String accountId, @Valid @RequestBody Grant request, Caller caller) {
        GrantRole command = request.command(new AccountId(accountId), caller.account());
        return answers.created(commands.send(command, caller), Granted::of);
    }

    @PostMapping("/{accountId}/roles/{role}/revoke")
    @Operation(operationId = "revokeRole", summary = "Revoke a role")
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.ROLE_NOT_TO_GIVE, AccountCode.ADMINISTRATOR_IS_LAST})
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.COMPLIANCE_HEAD})
    ResponseEntity<Answer<Revoked>> revoke(@PathVariable String accountId, @PathVariable String role, Caller caller) {
        RevokeRole command = new RevokeRole(new AccountId(accountId), roleNamed(role), caller.account());
        return answers.ok(commands.send(command, caller), Revoked::of);
    }

    @PostMapping("/{accountId}/credentials")
    @Operation(
            operationId = "issueCredential",
            summary = "Issue a client secret, or a one-time secret",
            description =
                    "The secret is in this one answer and never again. An account has at most two; issue one, change over, revoke the other. A one-time secret is for a person to choose a password with; it takes the place of all that they signed in with, and ends what they were signed in to.")
    @Creates
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED,
        AccountCode.ACCOUNT_NOT_A_PERSONS,
        AccountCode.ADMINISTRATOR_IS_LAST
    })
    ResponseEntity<Answer<Issued>> issueCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        AccountId account = new AccountId(accountId);
        CredentialId credential = request.id(caller.newId());
        return issued(
                request.isOneTime()
                        ? desk.beginAnew(account, credential, caller)
                        : desk.issue(account, credential, caller));
    }

    @PostMapping("/{accountId}/credentials/proposals")
    @Operation(
            operationId = "proposeCredential",
            summary = "Propose a client secret that takes two people",
            description =
                    "For an account that may do what the caller may not, such as a regulator's, or that somebody else signs in with. It lapses after seven days.")
    @Creates
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED,
        AccountCode.ACCOUNT_NOT_A_PERSONS,
        AccountCode.PROPOSAL_LAPSED
    })
    ResponseEntity<Answer<Proposed>> proposeCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        CredentialId credential = request.id(caller.newId());
        return answers.created(
                desk.propose(new AccountId(accountId), credential, request.kind(), caller), Proposed::of);
    }

    @PostMapping("/{accountId}/credentials/{credentialId}/confirm")
    @Operation(
            operationId = "confirmCredential",
            summary = "Confirm a client secret that another person proposed",
            description = "Whoever confirms is shown the secret, in this one answer and never again.")
    @Creates
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_UNKNOWN,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED,
        AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
        AccountCode.PROPOSAL_BY_ONESELF,
        AccountCode.PROPOSAL_LAPSED,
        AccountCode.ADMINISTRATOR_IS_LAST
    })
    ResponseEntity<Answer<Issued>> confirmCredential(
            @PathVariable String accountId, @PathVariable String credentialId, Caller caller) {
        return issued(desk.confirm(new AccountId(accountId), new CredentialId(credentialId), caller));
    }

    private ResponseEntity<Answer<Issued>> issued(CredentialDesk.Issued issued) {
        return answers.created(Issued.of(issued), issued.secret().isEmpty());
    }

    @PostMapping("/{accountId}/credentials/{credentialId}/revoke")
    @Operation(operationId = "revokeCredential", summary = "Revoke a client secret")
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.CREDENTIAL_UNKNOWN, AccountCode.ADMINISTRATOR_IS_LAST
    })
    ResponseEntity<Answer<Withdrawn>> revokeCredential(
            @PathVariable String accountId, @PathVariable String credentialId, Caller caller) {
        return answers.ok(desk.revoke(new AccountId(accountId), new CredentialId(credentialId), caller), Withdrawn::of);
    }

    private static Role roleNamed(String name) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidValue.of("role", "is not one of " + List.of(Role.values())));
    }
}
