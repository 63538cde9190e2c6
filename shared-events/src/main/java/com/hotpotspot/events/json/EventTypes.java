package com.hotpotspot.events.json;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountClosed;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.account.RoleRevoked;
import com.hotpotspot.events.audit.AuditKeyRotated;
import com.hotpotspot.events.audit.WitnessesChosen;
import com.hotpotspot.events.export.ExportRecorded;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletOpened;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one registry of event names: what is not listed here can neither be written nor read. */
public final class EventTypes {

    private static final List<EventType> ALL = List.of(
            new EventType("network.founded", "1", NetworkFounded.class),
            new EventType("network.void-approval-set", "1", VoidApprovalSet.class),
            new EventType("network.business-day-set", "1", BusinessDaySet.class),
            new EventType("node.registered", "1", NodeRegistered.class),
            new EventType("node.activated", "1", NodeActivated.class),
            new EventType("node.deactivated", "1", NodeDeactivated.class),
            new EventType("node.owner-changed", "1", NodeOwnerChanged.class),
            new EventType("terminal.authorised", "1", TerminalAuthorised.class),
            new EventType("terminal.revoked", "1", TerminalRevoked.class),
            new EventType("sale.recorded", "2", SaleRecorded.class),
            new EventType("tokens.minted", "2", TokensMinted.class),
            new EventType("check.issued", "1", CheckIssued.class),
            new EventType("sale.void-approved", "1", SaleVoidApproved.class),
            new EventType("sale.voided", "2", SaleVoided.class),
            new EventType("tokens.burned", "1", TokensBurned.class),
            new EventType("check.voided", "1", CheckVoided.class),
            new EventType("sale.refunded", "2", SaleRefunded.class),
            new EventType("check.claimed", "1", CheckClaimed.class),
            new EventType("check.code-refused", "1", CheckCodeRefused.class),
            new EventType("check.locked", "1", CheckLocked.class),
            new EventType("check.expired", "1", CheckExpired.class),
            new EventType("policy.adopted", "2", TokenPolicyAdopted.class),
            new EventType("policy.withdrawn", "1", TokenPolicyWithdrawn.class),
            new EventType("wallet.opened", "1", WalletOpened.class),
            new EventType("idempotency.key-used", "1", IdempotencyKeyUsed.class),
            new EventType("account.created", "1", AccountCreated.class),
            new EventType("account.role-granted", "1", RoleGranted.class),
            new EventType("account.role-revoked", "1", RoleRevoked.class),
            new EventType("account.credential-proposed", "1", CredentialProposed.class),
            new EventType("account.credential-issued", "2", CredentialIssued.class),
            new EventType("account.credential-revoked", "1", CredentialRevoked.class),
            new EventType("account.closed", "1", AccountClosed.class),
            new EventType("audit.key-rotated", "1", AuditKeyRotated.class),
            new EventType("audit.witnesses-chosen", "1", WitnessesChosen.class),
            new EventType("export.recorded", "1", ExportRecorded.class));

    private static final Map<String, EventType> BY_NAME =
            ALL.stream().collect(toUnmodifiableMap(EventType::name, identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            ALL.stream().collect(toUnmodifiableMap(EventType::payload, identity()));

    private EventTypes() {}

    public static List<EventType> all() {
        return ALL;
    }

    public static Optional<EventType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Optional<EventType> of(Class<?> payload) {
        return Optional.ofNullable(BY_CLASS.get(payload));
    }

    /** The names of all events of some features, or of some kinds of events. */
    public static Set<String> namesOf(Collection<? extends Class<? extends Event>> features) {
        return ALL.stream()
                .filter(type -> features.stream().anyMatch(feature -> feature.isAssignableFrom(type.payload())))
                .map(EventType::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
