package com.hotpotspot.query.testing;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.Era;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.RoleGranted;
import com.hotpotspot.events.audit.AuditKeyRotated;
import com.hotpotspot.events.audit.WitnessNode;
import com.hotpotspot.events.audit.WitnessesChosen;
import com.hotpotspot.events.export.ExportRecorded;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeRegistered;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.OwnershipCaps;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.projection.DiscardReason;
import com.hotpotspot.events.projection.ParkedEventDiscarded;
import com.hotpotspot.events.sale.CheckClaimed;
import com.hotpotspot.events.sale.CheckCodeRefused;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.CheckLocked;
import com.hotpotspot.events.sale.CheckVoided;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.RefundReason;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.SaleRefunded;
import com.hotpotspot.events.sale.SaleVoidApproved;
import com.hotpotspot.events.sale.SaleVoided;
import com.hotpotspot.events.sale.TokensBurned;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VoidReason;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A corner of what events may hold: every event type with the same kind of extreme in each of its parts, as the life of
 * one node that nobody else has.
 *
 * @param number tells it from the others
 * @param at every time in it
 * @param sign fills texts that may hold anything legible
 * @param most whether texts are the longest, numbers the largest and lists the fullest, or the least there is
 * @param whole whether optional parts are there
 */
public record Corner(int number, Instant at, String sign, boolean most, boolean whole) {

    /** What a whole number in an event comes to at most. */
    public static final long LARGEST = (1L << 53) - 1;

    private static final AccountId SOMEBODY = new AccountId("z".repeat(64));
    private static final OwnerId FOUNDER = new OwnerId("founder");

    private static final List<Instant> TIMES = List.of(
            Era.BEGIN,
            Era.BEGIN.plusNanos(1),
            Instant.parse("2000-02-28T19:59:59.999999999Z"),
            Instant.parse("2026-01-15T20:00:00Z"),
            Instant.parse("2026-01-15T22:30:00Z"),
            Era.END.minusNanos(1),
            Era.END);

    /** Plain, of two code units, what CSV and HTML quote, and what spreadsheets reckon with. */
    private static final List<String> SIGNS = List.of("W", "\uD83E\uDD5F", "\",<&'", "=1+-@");

    /** Every corner there is. */
    public static List<Corner> all() {
        List<Corner> corners = new ArrayList<>();
        for (Instant at : TIMES) {
            for (String sign : SIGNS) {
                for (int kind = 0; kind < 4; kind++) {
                    corners.add(new Corner(corners.size(), at, sign, kind % 2 == 1, kind >= 2));
                }
            }
        }
        return corners;
    }

    public NodeId node() {
        return new NodeId(padded(String.format(Locale.ROOT, "N%03d", number), "-9Z", 24));
    }

    /** When the log took it; the very end of the era it takes no more. */
    public Instant recordedAt() {
        return at.isBefore(Era.END) ? at : Era.END.minusMillis(1);
    }

    /** Every type of event, but that the network is founded apart: first the story, then what is no part of it. */
    public List<Event> events() {
        List<Event> events = story();
        events.addAll(new CornerEvent(this).besides(events));
        return events;
    }

    /** In the order of a log, whole streams from their beginning. */
    private List<Event> story() {
        List<Event> events = new ArrayList<>(node(most ? NodeType.FRANCHISE : NodeType.OWNER));
        events.add(new BusinessDaySet(new DayBegin(most ? "06:00" : "00:00"), BusinessDay.of(at)));
        events.addAll(kept(new SaleNumber(most ? "9".repeat(40) : "0")));
        events.addAll(takenBack(new SaleNumber(padded("-", "._-", 40))));
        events.addAll(List.of(granted(), policy()));
        events.add(new IdempotencyKeyUsed(
                IdempotencyKey.of("corner", Integer.toString(number)), text(200), "f".repeat(64)));
        events.add(new AuditKeyRotated(count(), text(400)));
        events.add(witnesses());
        events.add(export());
        events.add(new ParkedEventDiscarded("sales", number, new DiscardReason(text(DiscardReason.MAX_LENGTH))));
        return events;
    }

    /** What happens once in a network. */
    public static Event founding() {
        return new NetworkFounded(FOUNDER, FOUNDER.wallet(), Units.of(LARGEST), NetworkPurpose.LIVE);
    }

    private List<Event> node(NodeType type) {
        return List.of(
                new NodeRegistered(node(), type, new City(text(City.MAX_LENGTH)), owner(), owner().wallet()),
                new TerminalAuthorised(node(), terminal()),
                new TerminalRevoked(node(), terminal()),
                new NodeDeactivated(node()),
                new NodeActivated(node()),
                new NodeOwnerChanged(node(), owner(), owner().wallet()));
    }

    /** A sale that stays, whose check is claimed and which is refunded. */
    private List<Event> kept(SaleNumber saleNumber) {
        SaleId sale = SaleId.of(node(), saleNumber);
        CheckId check = sale.check();
        return List.of(
                recorded(saleNumber),
                minted(sale),
                new CheckIssued(sale, check, check.wallet(), units(), at),
                new CheckCodeRefused(sale, check, count()),
                new CheckLocked(sale, check, at),
                new CheckClaimed(sale, check, check.wallet(), wallet(), units()),
                new SaleRefunded(
                        sale,
                        node(),
                        terminal(),
                        new RefundNumber(padded("r", "._-", 40)),
                        tetri(),
                        units(),
                        RefundReason.GOODWILL));
    }

    /** A sale that is voided, after its check has expired. */
    private List<Event> takenBack(SaleNumber saleNumber) {
        SaleId sale = SaleId.of(node(), saleNumber);
        SaleRecorded recorded = recorded(saleNumber);
        TokensMinted minted = minted(sale);
        return List.of(
                recorded,
                minted,
                new CheckIssued(sale, sale.check(), sale.check().wallet(), units(), at),
                new CheckExpired(sale, sale.check(), sale.check().wallet(), WalletId.RESERVE, units()),
                new SaleVoidApproved(sale, node(), SOMEBODY, at),
                new SaleVoided(
                        sale,
                        node(),
                        terminal(),
                        at,
                        recorded.totalTetri(),
                        VoidReason.NOT_SERVED,
                        orAbsent(SOMEBODY),
                        orAbsent(SOMEBODY)),
                TokensBurned.all(minted),
                new CheckVoided(sale, sale.check()));
    }

    private SaleRecorded recorded(SaleNumber saleNumber) {
        return new CornerSale(this, node(), terminal()).recorded(saleNumber);
    }

    private TokensMinted minted(SaleId sale) {
        Units third = Units.of(units().value() / 3);
        return new TokensMinted(
                sale,
                node(),
                count(),
                units(),
                owner().wallet(),
                third,
                sale.check().wallet(),
                units().minus(third).minus(third),
                FOUNDER.wallet(),
                third,
                at);
    }

    private RoleGranted granted() {
        List<NodeId> nodes =
                IntStream.range(0, most ? 100 : 0).mapToObj(each -> node()).toList();
        return new RoleGranted(SOMEBODY, Role.CUSTOMER, nodes, orAbsent(holder()), orAbsent(at), SOMEBODY);
    }

    HolderId holder() {
        return new HolderId(padded("h", "._-", 64));
    }

    WalletId wallet() {
        return WalletKind.CUSTOMER.walletOf(node().value());
    }

    private TokenPolicyAdopted policy() {
        PercentSplit split = most ? new PercentSplit(100, 0, 0) : new PercentSplit(0, 100, 0);
        return new TokenPolicyAdopted(
                count(),
                at,
                EmissionKind.PER_GEL,
                units(),
                tetri(),
                split,
                split,
                count(),
                count(),
                new OwnershipCaps(count(), count(), count()),
                tetri());
    }

    private WitnessesChosen witnesses() {
        int part = most ? 1000 : 0;
        WitnessNode witness = new WitnessNode(node(), text(WitnessNode.MAX_KEY_LENGTH), part, part, part, part, part);
        return new WitnessesChosen(most ? List.of(witness) : List.of(), most ? 1 : 0, most ? LARGEST : 0);
    }

    private ExportRecorded export() {
        return new ExportRecorded(
                "sales",
                "csv",
                orAbsent(BusinessDay.of(at)),
                orAbsent(BusinessDay.of(at)),
                number,
                most ? LARGEST : 0,
                most ? LARGEST : 0,
                "f".repeat(64));
    }

    OwnerId owner() {
        return new OwnerId(padded("o", "._-", 64));
    }

    TerminalId terminal() {
        return new TerminalId(padded("T", "-9", 24));
    }

    Units units() {
        return Units.of(most ? LARGEST : 0);
    }

    Tetri tetri() {
        return Tetri.of(most ? LARGEST : 0);
    }

    int count() {
        return most ? Integer.MAX_VALUE : 1;
    }

    String text(int longest) {
        return most ? padded("", sign, longest) : sign;
    }

    /** As long as may be, if it is to be; made of whole code points. */
    String padded(String begin, String filling, int longest) {
        if (!most) {
            return begin;
        }
        StringBuilder text = new StringBuilder(begin);
        while (text.length() + filling.length() <= longest) {
            text.append(filling);
        }
        return text.toString();
    }

    <T> @Nullable T orAbsent(T part) {
        return whole ? part : null;
    }
}
