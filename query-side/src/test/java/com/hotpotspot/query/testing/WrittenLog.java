package com.hotpotspot.query.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.eventlog.Appended;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountCreated;
import com.hotpotspot.events.account.AccountEvent;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.audit.AuditEvent;
import com.hotpotspot.events.audit.AuditKeyRotated;
import com.hotpotspot.events.audit.WitnessesChosen;
import com.hotpotspot.events.export.ExportRecorded;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkEvent;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeEvent;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.policy.PolicyEvent;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleEvent;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.WalletEvent;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Writes to the log what the command side would. */
public final class WrittenLog {

    public static final OwnerId FOUNDER = new OwnerId("founder");
    public static final TerminalId TILL = new TerminalId("TILL-1");
    public static final AccountId SOMEBODY = new AccountId("3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94");

    private final EventLog log;
    private final EventLog ofTheQuerySide;
    private final Map<StreamId, Long> lengths = new HashMap<>();
    private final Map<NodeId, NodeRegistered> nodes = new HashMap<>();
    private final Map<SaleId, SaleRecorded> sales = new HashMap<>();
    private final Map<SaleId, TokensMinted> mints = new HashMap<>();
    private Map<String, String> metadata = Map.of("channel", "till");

    public WrittenLog(TestDatabase database) {
        this(new PostgresEventLog(database.as("hps_command")), new PostgresEventLog(database.as("hps_query")));
    }

    public WrittenLog(EventLog log) {
        this(log, log);
    }

    private WrittenLog(EventLog log, EventLog ofTheQuerySide) {
        this.log = log;
        this.ofTheQuerySide = ofTheQuerySide;
    }

    /** What is written from now on is this account's doing; before, nobody's. */
    public WrittenLog by(AccountId account) {
        metadata = Map.of("channel", "till", "account", account.value());
        return this;
    }

    /** The position of the last event. */
    public long head() {
        return log.head();
    }

    public void found(NetworkPurpose purpose) {
        append(new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(100), purpose));
    }

    /** Registers a node, with one till. */
    public NodeId register(String id, NodeType type, String city) {
        NodeId node = new NodeId(id);
        OwnerId owner = type == NodeType.OWNER ? FOUNDER : new OwnerId("owner-of-" + id);
        NodeRegistered registered = new NodeRegistered(node, type, new City(city), owner, owner.wallet());
        nodes.put(node, registered);
        append(registered, new TerminalAuthorised(node, TILL));
        return node;
    }

    /** Lets a person in: an account with a role of the whole network, and a credential. */
    public void letIn(AccountId account, Role role) {
        append(
                new AccountCreated(account, AccountKind.PERSON),
                new RoleGranted(account, role, List.of(), null, null, account),
                new CredentialIssued(account, new CredentialId("of-" + account), account));
    }

    /** Records a sale with its mint and its check, as one append. */
    public Appended sell(NodeId node, String number, String soldAt, SaleItem... items) {
        return append(sale(node, number, Instant.parse(soldAt), items));
    }

    /** Takes a sale back, as one append. */
    public Appended takeBack(NodeId node, String number) {
        SaleId sale = SaleId.of(node, new SaleNumber(number));
        SaleRecorded recorded = Objects.requireNonNull(sales.get(sale), "sell it first");
        return append(
                new SaleVoided(
                        sale,
                        node,
                        TILL,
                        recorded.soldAt(),
                        recorded.totalTetri(),
                        VoidReason.PAYMENT_FAILED,
                        new AccountId("till-4-vake-till-1"),
                        null),
                TokensBurned.all(Objects.requireNonNull(mints.get(sale))),
                new CheckVoided(sale, sale.check()));
    }

    public Appended refund(NodeId node, String number, String refund, long tetri) {
        SaleId sale = SaleId.of(node, new SaleNumber(number));
        return append(new SaleRefunded(
                sale, node, TILL, new RefundNumber(refund), Tetri.of(tetri), Units.ZERO, RefundReason.QUALITY));
    }

    public Appended claim(NodeId node, String number) {
        SaleId sale = SaleId.of(node, new SaleNumber(number));
        return append(new CheckClaimed(
                sale, sale.check(), sale.check().wallet(), WalletKind.CUSTOMER.walletOf("customer"), Units.of(49)));
    }

    public Appended expire(NodeId node, String number) {
        SaleId sale = SaleId.of(node, new SaleNumber(number));
        return append(new CheckExpired(sale, sale.check(), sale.check().wallet(), WalletId.RESERVE, Units.of(49)));
    }

    /** The events of a sale. */
    public Event[] sale(NodeId node, String number, Instant soldAt, SaleItem... items) {
        SaleNumber saleNumber = new SaleNumber(number);
        SaleId sale = SaleId.of(node, saleNumber);
        Tetri total = List.of(items).stream().map(SaleItem::amount).reduce(Tetri.ZERO, Tetri::plus);
        return sale(
                new SaleRecorded(sale, node, saleNumber, TILL, soldAt, List.of(items), total, null, SaleOrigin.TILL));
    }

    /** The events of a sale that a test made up itself. */
    public Event[] sale(SaleRecorded recorded) {
        SaleId sale = recorded.sale();
        NodeRegistered registered = Objects.requireNonNull(nodes.get(recorded.node()), "register the node first");
        boolean own = registered.type() == NodeType.OWNER;
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Event[] {
            recorded,
            new TokensMinted(
                    sale,
                    recorded.node(),
                    1,
                    Units.of(100),
                    registered.ownerWallet(),
                    Units.of(own ? 51 : 48),
                    sale.check().wallet(),
                    Units.of(49),
                    FOUNDER.wallet(),
                    Units.of(own ? 0 : 3),
                    now.plus(Duration.ofHours(24))),
            new CheckIssued(sale, sale.check(), sale.check().wallet(), Units.of(49), now.plus(Duration.ofDays(365)))
        };
    }

    /** Writes events next to each other, each to its own stream. */
    public Appended append(Event... events) {
        Instant now = Instant.now();
        return log.append(Stream.of(events).map(event -> next(now, event)).toList());
    }

    /** The same at a time of one's own, each event by the side whose it is. */
    public void appendAt(Instant recordedAt, List<Event> events) {
        events.stream()
                .map(event -> next(recordedAt, event))
                .collect(groupingBy(this::writerOf, LinkedHashMap::new, toList()))
                .forEach(EventLog::append);
    }

    private NewEvent next(Instant recordedAt, Event event) {
        remember(event);
        EventType type = EventTypes.of(event.getClass()).orElseThrow();
        StreamId stream = streamOf(event);
        long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
        return new NewEvent(
                stream,
                sequence,
                UuidCreator.getTimeOrderedEpoch(),
                type.name(),
                type.revision(),
                recordedAt.truncatedTo(ChronoUnit.MILLIS),
                EventJson.mapper().writeValueAsBytes(event),
                EventJson.metadata(metadata));
    }

    /** Each side writes streams of its own. */
    private EventLog writerOf(NewEvent event) {
        return switch (event.stream().kind()) {
            case "audit", "export", "projection" -> ofTheQuerySide;
            default -> log;
        };
    }

    private void remember(Event event) {
        switch (event) {
            case SaleRecorded recorded -> sales.put(recorded.sale(), recorded);
            case TokensMinted minted -> mints.put(minted.sale(), minted);
            default -> {}
        }
    }

    private static StreamId streamOf(Event event) {
        return switch (event) {
            case NetworkEvent ignored -> NetworkEvent.STREAM;
            case NodeEvent ofNode -> ofNode.node().stream();
            case SaleEvent ofSale -> ofSale.sale().stream();
            case AccountEvent ofAccount -> ofAccount.account().stream();
            case WalletEvent ofWallet -> ofWallet.wallet().stream();
            case PolicyEvent ignored -> PolicyEvent.STREAM;
            case IdempotencyKeyUsed used -> used.key().stream();
            case ExportRecorded export -> export.stream();
            case ParkedEventDiscarded discarded -> discarded.stream();
            case AuditKeyRotated ignored -> AuditEvent.KEYS;
            case WitnessesChosen ignored -> AuditEvent.WITNESSES;
            default -> throw new IllegalArgumentException("no stream for " + event);
        };
    }
}
