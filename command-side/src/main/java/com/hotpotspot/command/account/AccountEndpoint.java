package com.hotpotspot.command.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
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
    ResponseEntity<Answer<Created>> create(@Valid @RequestBody Creation request, Caller caller) {
        return answers.created(commands.send(request.command(caller.newId()), caller), Created::of);
    }

    @PostMapping("/{accountId}/close")
    ResponseEntity<Answer<Closed>> close(@PathVariable String accountId, Caller caller) {
        return answers.ok(commands.send(new CloseAccount(new AccountId(accountId)), caller), Closed::of);
    }

    @PostMapping("/{accountId}/roles")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.COMPLIANCE_HEAD})
    ResponseEntity<Answer<Granted>> grant(
            @PathVariable String accountId, @Valid @RequestBody Grant request, Caller caller) {
        GrantRole command = request.command(new AccountId(accountId), caller.account());
        return answers.created(commands.send(command, caller), Granted::of);
    }

    @PostMapping("/{accountId}/roles/{role}/revoke")
    @Roles({Role.ADMIN, Role.NETWORK_OWNER, Role.COMPLIANCE_HEAD})
    ResponseEntity<Answer<Revoked>> revoke(@PathVariable String accountId, @PathVariable String role, Caller caller) {
        RevokeRole command = new RevokeRole(new AccountId(accountId), roleNamed(role), caller.account());
        return answers.ok(commands.send(command, caller), Revoked::of);
    }

    @PostMapping("/{accountId}/credentials")
    ResponseEntity<Answer<Issued>> issueCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        return issued(desk.issue(new AccountId(accountId), request.id(caller.newId()), caller));
    }

    @PostMapping("/{accountId}/credentials/proposals")
    ResponseEntity<Answer<Proposed>> proposeCredential(
            @PathVariable String accountId, @Valid @RequestBody Credential request, Caller caller) {
        CredentialId credential = request.id(caller.newId());
        return answers.created(desk.propose(new AccountId(accountId), credential, caller), Proposed::of);
    }

    @PostMapping("/{accountId}/credentials/{credentialId}/confirm")
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

    /**
     * An account to create.
     *
     * @param accountId a UUID, since an id must say nothing about who it is; chosen by the system if not given
     */
    record Creation(
            @Pattern(regexp = UUID) @Nullable String accountId,
            @NotNull @Nullable AccountKind kind) {

        CreateAccount command(String idIfNotGiven) {
            return new CreateAccount(
                    new AccountId(Objects.requireNonNullElse(accountId, idIfNotGiven)), Objects.requireNonNull(kind));
        }
    }

    /**
     * A role to grant.
     *
     * @param nodes for roles that are about nodes
     * @param holderId for roles that are about one holder's data
     * @param until no end if not given
     */
    record Grant(
            @NotNull @Nullable Role role,

            @Size(max = Scope.MAX_NODES) @Nullable List<@NotNull @Pattern(regexp = NodeId.FORM) String> nodes,

            @Pattern(regexp = HolderId.FORM) @Nullable String holderId,
            @Nullable Instant until) {

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

    /**
     * A credential to issue.
     *
     * @param credentialId a UUID, for those who may have to ask again; chosen by the system if not given
     */
    record Credential(@Pattern(regexp = UUID) @Nullable String credentialId) {

        CredentialId id(String ifNotGiven) {
            return new CredentialId(Objects.requireNonNullElse(credentialId, ifNotGiven));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Created(
            AccountId accountId, AccountKind kind, @Nullable Long position) {

        static Created of(Landed<AccountCreated> landed) {
            AccountCreated fact = landed.answer();
            return new Created(fact.account(), fact.kind(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Closed(
            AccountId accountId, boolean closed, @Nullable Long position) {

        static Closed of(Landed<AccountClosed> landed) {
            return new Closed(landed.answer().account(), true, landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Granted(
            AccountId accountId,
            Role role,
            List<NodeId> nodes,
            @Nullable HolderId holderId,
            @Nullable Instant until,
            @Nullable Long position) {

        static Granted of(Landed<RoleGranted> landed) {
            RoleGranted fact = landed.answer();
            return new Granted(
                    fact.account(), fact.role(), fact.nodes(), fact.holder(), fact.until(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revoked(AccountId accountId, Role role, @Nullable Long position) {

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
            @Nullable Long position) {

        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "credential %s of %s".formatted(credentialId, clientId);
        }
    }

    /** @param confirmBefore the first instant at which it can no longer be confirmed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposed(
            AccountId accountId,
            CredentialId credentialId,
            Instant confirmBefore,
            @Nullable Long position) {

        static Proposed of(Landed<CredentialProposed> landed) {
            CredentialProposed fact = landed.answer();
            return new Proposed(fact.account(), fact.credential(), fact.lapsesAt(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            AccountId accountId,
            CredentialId credentialId,
            @Nullable Long position) {

        static Withdrawn of(Landed<CredentialRevoked> landed) {
            CredentialRevoked fact = landed.answer();
            return new Withdrawn(fact.account(), fact.credential(), landed.position());
        }
    }
}
