package com.hotpotspot.command.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the doors to accounts take and answer. */
final class AccountDocuments {

    static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private AccountDocuments() {}

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
}
