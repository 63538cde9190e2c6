package com.hotpotspot.command.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.command.account.CredentialDesk;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.wallet.WalletId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the doors to nodes and their terminals take and answer. */
final class NodeDocuments {

    private NodeDocuments() {}

    /** A node to register. */
    record Registration(
            @NotNull @Pattern(regexp = NodeId.FORM) @Nullable
            String nodeId,

            @Schema(
                    description = "OWNER for a node of the network owner, FRANCHISE for a franchisee's.",
                    example = "FRANCHISE")
            @NotNull
            @Nullable
            NodeType type,

            @NotBlank @Size(max = City.MAX_LENGTH) @Nullable String city,

            @NotNull @Pattern(regexp = OwnerId.FORM) @Nullable
            String ownerId) {

        RegisterNode command() {
            return new RegisterNode(
                    new NodeId(Objects.requireNonNull(nodeId)),
                    Objects.requireNonNull(type),
                    new City(Objects.requireNonNull(city)),
                    new OwnerId(Objects.requireNonNull(ownerId)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(
            NodeId nodeId,

            @Schema(
                    description = "OWNER for a node of the network owner, FRANCHISE for a franchisee's.",
                    example = "FRANCHISE")
            NodeType type,

            City city,
            OwnerId ownerId,
            WalletId ownerWallet,
            boolean active,
            @RecordedAt @Nullable Long position) {

        static Registered of(Landed<NodeRegistered> landed, RegisteredNode node) {
            NodeRegistered fact = landed.answer();
            return new Registered(
                    fact.node(),
                    fact.type(),
                    fact.city(),
                    fact.owner(),
                    fact.ownerWallet(),
                    node.active(),
                    landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Activity(
            NodeId nodeId,
            boolean active,
            @RecordedAt @Nullable Long position) {

        static Activity ofActive(Landed<NodeActivated> landed) {
            return new Activity(landed.answer().node(), true, landed.position());
        }

        static Activity ofInactive(Landed<NodeDeactivated> landed) {
            return new Activity(landed.answer().node(), false, landed.position());
        }
    }

    /** Who a node belongs to from now on. */
    record NewOwner(
            @NotNull @Pattern(regexp = OwnerId.FORM) @Nullable
            String ownerId) {

        ChangeNodeOwner command(NodeId node) {
            return new ChangeNodeOwner(node, new OwnerId(Objects.requireNonNull(ownerId)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ownership(
            NodeId nodeId,
            OwnerId ownerId,
            WalletId ownerWallet,
            @RecordedAt @Nullable Long position) {

        static Ownership of(Landed<NodeOwnerChanged> landed) {
            NodeOwnerChanged fact = landed.answer();
            return new Ownership(fact.node(), fact.owner(), fact.ownerWallet(), landed.position());
        }
    }

    /** A till to authorise. */
    record Authorisation(
            @NotNull @Pattern(regexp = TerminalId.FORM) @Nullable
            String terminalId) {

        AuthoriseTerminal command(NodeId node) {
            return new AuthoriseTerminal(node, new TerminalId(Objects.requireNonNull(terminalId)));
        }
    }

    /**
     * A till that may sell, and what it signs in with.
     *
     * @param clientSecret in one answer and never again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Admitted(
            NodeId nodeId,
            TerminalId terminalId,
            boolean authorised,
            AccountId clientId,
            @Nullable String clientSecret,
            @RecordedAt @Nullable Long position) {

        static Admitted of(NodeId node, TerminalId terminal, CredentialDesk.Issued issued, @Nullable Long position) {
            return new Admitted(
                    node,
                    terminal,
                    true,
                    issued.fact().account(),
                    issued.secret().map(ClientSecret::value).orElse(null),
                    position);
        }

        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "till %s of %s".formatted(terminalId, nodeId);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revoked(
            NodeId nodeId,
            TerminalId terminalId,
            boolean authorised,
            @RecordedAt @Nullable Long position) {

        static Revoked of(Landed<TerminalRevoked> landed) {
            TerminalRevoked fact = landed.answer();
            return new Revoked(fact.node(), fact.terminal(), false, landed.position());
        }
    }
}
