package com.hotpotspot.command.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

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
    @AccountCode.Refused({AccountCode.ACCOUNT_UNKNOWN, AccountCode.ADMINISTRATOR_IS_LAST})
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
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
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
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.ROLE_NOT_TO_GIVE,
        AccountCode.ADMINISTRATOR_IS_LAST
    })
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.COMPLIANCE_HEAD})
    ResponseEntity<Answer<Revoked>> revoke(@PathVariable String accountId, @PathVariable String role, Caller caller) {
        RevokeRole command = new RevokeRole(new AccountId(accountId), roleNamed(role), caller.account());
        return answers.ok(commands.send(command, caller), Revoked::of);
    }

    @PostMapping("/{accountId}/credentials")
    @Operation(
            operationId = "issueCredential",
            summary = "Issue a client secret",
            description =
                    "The secret is in this one answer and never again. An account has at most two; issue one, change over, revoke the other.")
    @Creates
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED
    })
    ResponseEntity<Answer<Issued>> issueCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        return issued(desk.issue(new AccountId(accountId), request.id(caller.newId()), caller));
    }

    @PostMapping("/{accountId}/credentials/proposals")
    @Operation(
            operationId = "proposeCredential",
            summary = "Propose a client secret that takes two people",
            description =
                    "For an account that may do what the caller may not, such as a regulator's, or that somebody else signs in with. It lapses after seven days.")
    @Creates
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED,
        AccountCode.PROPOSAL_LAPSED
    })
    ResponseEntity<Answer<Proposed>> proposeCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        CredentialId credential = request.id(caller.newId());
        return answers.created(desk.propose(new AccountId(accountId), credential, caller), Proposed::of);
    }

    @PostMapping("/{accountId}/credentials/{credentialId}/confirm")
    @Operation(
            operationId = "confirmCredential",
            summary = "Confirm a client secret that another person proposed",
            description = "Whoever confirms is shown the secret, in this one answer and never again.")
    @Creates
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_UNKNOWN,
        AccountCode.CREDENTIAL_REVOKED,
        AccountCode.CREDENTIAL_TAKEN,
        AccountCode.CREDENTIALS_EXHAUSTED,
        AccountCode.CREDENTIAL_NEEDS_TWO_PEOPLE,
        AccountCode.PROPOSAL_BY_ONESELF,
        AccountCode.PROPOSAL_LAPSED
    })
    ResponseEntity<Answer<Issued>> confirmCredential(
            @PathVariable String accountId, @PathVariable String credentialId, Caller caller) {
        return issued(desk.confirm(new AccountId(accountId), new CredentialId(credentialId), caller));
    }

    private ResponseEntity<Answer<Issued>> issued(CredentialDesk.Issued issued) {
        return answers.created(
                new Issued(
                        issued.fact().account(),
                        issued.fact().credential(),
                        issued.secret().map(ClientSecret::value).orElse(null),
                        issued.position()),
                issued.secret().isEmpty());
    }

    @PostMapping("/{accountId}/credentials/{credentialId}/revoke")
    @Operation(operationId = "revokeCredential", summary = "Revoke a client secret")
    @AccountCode.Refused({
        AccountCode.ACCOUNT_UNKNOWN,
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.CREDENTIAL_UNKNOWN,
        AccountCode.ADMINISTRATOR_IS_LAST
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

    /** An account to create. */
    record Creation(
            @Schema(
                    description =
                            "A UUID, since an id must say nothing about who it is; chosen by the system if left out.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Pattern(regexp = UUID)
            @Nullable
            String accountId,

            @Schema(
                    description = "CLIENT for a program, PERSON for somebody who signs in on a page.",
                    example = "CLIENT")
            @NotNull
            @Nullable
            AccountKind kind) {

        CreateAccount command(String idIfNotGiven) {
            return new CreateAccount(
                    new AccountId(Objects.requireNonNullElse(accountId, idIfNotGiven)), Objects.requireNonNull(kind));
        }
    }

    /** A role to grant. */
    record Grant(
            @NotNull @Nullable Role role,

            @Schema(
                    description = "The nodes that it is for, of roles that are about nodes; none for others.",
                    example = "VAKE")
            @Size(max = Scope.MAX_NODES)
            @Nullable
            List<@NotNull @Pattern(regexp = NodeId.FORM) String> nodes,

            @Schema(
                    description = "The holder whose data it is about, of roles that are about one; none for others.",
                    example = "c-1041")
            @Pattern(regexp = HolderId.FORM)
            @Nullable
            String holderId,

            @Schema(description = "When it ends, in UTC; it does not if left out.", example = "2027-11-28T09:12:05Z")
            @Nullable
            Instant until) {

        GrantRole command(AccountId account, AccountId grantedBy) {
            List<NodeId> named =
                    nodes == null ? List.of() : nodes.stream().map(NodeId::new).toList();
            return new GrantRole(
                    account,
                    Objects.requireNonNull(role),
                    new Scope(named, Optional.ofNullable(holderId).map(HolderId::new)),
                    Optional.ofNullable(until),
                    grantedBy);
        }
    }

    /** A credential to issue. */
    record Credential(
            @Schema(
                    description = "A UUID, for those who may have to ask again; chosen by the system if left out.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Pattern(regexp = UUID)
            @Nullable
            String credentialId) {

        CredentialId id(String ifNotGiven) {
            return new CredentialId(Objects.requireNonNullElse(credentialId, ifNotGiven));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(
            AccountId accountId,

            @Schema(
                    description = "CLIENT for a program, PERSON for somebody who signs in on a page.",
                    example = "CLIENT")
            AccountKind kind,

            @RecordedAt @Nullable Long position) {

        static Created of(Landed<AccountCreated> landed) {
            AccountCreated fact = landed.answer();
            return new Created(fact.account(), fact.kind(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(
            AccountId accountId,

            @Schema(description = "True: now or since an earlier request.", example = "true")
            boolean closed,

            @RecordedAt @Nullable Long position) {

        static Closed of(Landed<AccountClosed> landed) {
            return new Closed(landed.answer().account(), true, landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Granted(
            AccountId accountId,
            Role role,

            @Schema(
                    description = "The nodes that the role is for; empty for a role that is about none.",
                    example = "VAKE")
            List<NodeId> nodes,

            @Schema(description = "The holder whose data the role is about; missing for others.", example = "c-1041")
            @Nullable
            HolderId holderId,

            @Schema(
                    description = "When the role ends, in UTC; missing if it does not.",
                    example = "2027-11-28T09:12:05Z")
            @Nullable
            Instant until,

            @RecordedAt @Nullable Long position) {

        static Granted of(Landed<RoleGranted> landed) {
            RoleGranted fact = landed.answer();
            return new Granted(
                    fact.account(), fact.role(), fact.nodes(), fact.holder(), fact.until(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revoked(
            AccountId accountId,
            Role role,
            @RecordedAt @Nullable Long position) {

        static Revoked of(Landed<RoleRevoked> landed) {
            RoleRevoked fact = landed.answer();
            return new Revoked(fact.account(), fact.role(), landed.position());
        }
    }

    /** @param clientSecret in one answer and never again */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            AccountId clientId,
            CredentialId credentialId,
            @Nullable String clientSecret,
            @RecordedAt @Nullable Long position) {

        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "credential %s of %s".formatted(credentialId, clientId);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposed(
            AccountId accountId,
            CredentialId credentialId,

            @Schema(
                    description = "The first instant at which it can no longer be confirmed, in UTC.",
                    example = "2026-12-05T09:12:05Z")
            Instant confirmBefore,

            @RecordedAt @Nullable Long position) {

        static Proposed of(Landed<CredentialProposed> landed) {
            CredentialProposed fact = landed.answer();
            return new Proposed(fact.account(), fact.credential(), fact.lapsesAt(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            AccountId accountId,
            CredentialId credentialId,
            @RecordedAt @Nullable Long position) {

        static Withdrawn of(Landed<CredentialRevoked> landed) {
            CredentialRevoked fact = landed.answer();
            return new Withdrawn(fact.account(), fact.credential(), landed.position());
        }
    }
}
