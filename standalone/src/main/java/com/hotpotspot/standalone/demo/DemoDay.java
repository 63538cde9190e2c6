package com.hotpotspot.standalone.demo;

import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.standalone.network.StarterNetwork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * One day of selling at the five nodes of the {@link StarterNetwork}, made up and yet always the same for the same
 * date: opening hours with lunch and dinner, busier and calmer nodes, Georgian dishes.
 */
public final class DemoDay {

    /** Any number; another one makes another day. */
    private static final long SEED = 1_988_05_26;

    private static final int FEWEST_SALES = 340;
    private static final int MOST_SALES = 360;

    private final LocalDate day;
    private final List<SaleSlip> sales;

    private DemoDay(LocalDate day) {
        this.day = day;
        this.sales = List.copyOf(invent(day));
    }

    public static DemoDay on(LocalDate day) {
        return new DemoDay(day);
    }

    /** The last business day that was over at an instant, so that a till may still sell it. */
    public static DemoDay before(Instant now) {
        return on(BusinessDay.of(now).minusDays(1));
    }

    public LocalDate day() {
        return day;
    }

    /** Everything sold on that day, in order of time. */
    public List<SaleSlip> sales() {
        return sales;
    }

    /**
     * Founds a demo network on an empty system and sells the day through the door that tills use. Playing the same day
     * again changes nothing; playing another day adds to it.
     *
     * @param progress told after each sale how many there are so far
     * @throws com.hotpotspot.client.RefusedException if the network was founded otherwise, or something else is refused
     * @throws com.hotpotspot.client.DoorClosedException if the command side is gone
     */
    public DemoSummary play(CommandDoor door, IntConsumer progress) {
        StarterNetwork.found(door, NetworkPurpose.DEMO).orThrow("Founding the demo network");
        StarterNetwork.registerNodes(door);
        for (DemoNode node : DemoNode.ALL) {
            for (TerminalId terminal : node.terminals()) {
                door.authorise(terminal, node.id())
                        .orThrow("Authorising terminal %s at node %s".formatted(terminal, node.id()));
            }
        }
        Units minted = new DemoTills(door, sales, progress).sell();
        return new DemoSummary(day, sales.size(), revenue(), minted);
    }

    private Tetri revenue() {
        return sales.stream().map(SaleSlip::totalTetri).reduce(Tetri.ZERO, Tetri::plus);
    }

    private static List<SaleSlip> invent(LocalDate day) {
        Chance chance = new Chance(SEED + day.toEpochDay());
        List<Visit> visits = new ArrayList<>();
        int guests = chance.between(FEWEST_SALES, MOST_SALES);
        for (int i = 0; i < guests; i++) {
            visits.add(visit(day, chance));
        }
        visits.sort(Comparator.comparing(Visit::at));
        List<SaleSlip> slips = new ArrayList<>();
        for (DemoNode node : DemoNode.ALL) {
            int number = 0;
            for (Visit visit : visits) {
                if (visit.node().equals(node)) {
                    slips.add(visit.slip(day, ++number));
                }
            }
        }
        slips.sort(Comparator.comparing(SaleSlip::soldAt));
        return slips;
    }

    private static Visit visit(LocalDate day, Chance chance) {
        DemoNode node = chance.pick(DemoNode.ALL, DemoNode::guests);
        BusyHour hour = chance.pick(BusyHour.DAY, BusyHour::guests);
        Instant at = day.atTime(hour.hour(), chance.between(0, 59), chance.between(0, 59))
                .atZone(BusinessDay.ZONE)
                .toInstant();
        TerminalId terminal = chance.pick(node.terminals(), ignored -> 1);
        int lines = chance.ratherFew(1, hour.mostLines());
        List<SaleItem> items = chance.pickDifferent(lines, Dish.MENU, Dish::appetite).stream()
                .map(dish -> dish.ordered(chance.ratherFew(dish.least(), dish.most())))
                .toList();
        return new Visit(node, terminal, at, items);
    }

    /** A sale that has no number yet: numbers follow the time of day at each node. */
    private record Visit(DemoNode node, TerminalId terminal, Instant at, List<SaleItem> items) {

        SaleSlip slip(LocalDate day, int number) {
            SaleNumber ofTheDay = new SaleNumber(
                    String.format(Locale.ROOT, "%s-%03d", DateTimeFormatter.BASIC_ISO_DATE.format(day), number));
            return new SaleSlip(node.id(), ofTheDay, terminal, at, items);
        }
    }
}
