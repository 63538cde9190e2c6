package com.hotpotspot.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.client.BearerTokens;
import com.hotpotspot.client.CommandDoor;
import com.hotpotspot.client.Credentials;
import com.hotpotspot.client.FlyingTime;
import com.hotpotspot.client.Patience;
import com.hotpotspot.client.RefusedException;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.client.StandInSystem;
import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.standalone.network.StarterNetwork;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDayTest {

    private static final LocalDate A_DAY = LocalDate.of(2026, 11, 21);

    private final List<SaleSlip> sales = DemoDay.on(A_DAY).sales();

    @Test
    void theSameDateIsAlwaysTheSameDay() {
        assertThat(DemoDay.on(A_DAY).sales()).isEqualTo(sales);
    }

    @Test
    void anotherDateIsAnotherDay() {
        assertThat(DemoDay.on(A_DAY.plusDays(1)).sales())
                .extracting(SaleSlip::items)
                .isNotEqualTo(sales.stream().map(SaleSlip::items).toList());
    }

    @Test
    void itIsYesterdayInTbilisi() {
        assertThat(DemoDay.before(Instant.parse("2026-11-22T19:59:59Z")).day()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(DemoDay.before(Instant.parse("2026-11-22T20:00:00Z")).day()).isEqualTo(LocalDate.of(2026, 11, 22));
    }

    @Test
    void everythingIsSoldDuringOpeningHoursInOrderOfTime() {
        assertThat(sales).extracting(SaleSlip::soldAt).isSorted().allSatisfy(at -> {
            assertThat(BusinessDay.of(at)).isEqualTo(A_DAY);
            assertThat(at.atZone(BusinessDay.ZONE).toLocalTime())
                    .isBetween(LocalTime.of(10, 0), LocalTime.of(22, 59, 59));
        });
    }

    @Test
    void thereAreAboutThreeHundredAndFiftySalesAndMoreInTheCapitalThanInGori() {
        Map<NodeId, Long> perNode =
                sales.stream().collect(Collectors.groupingBy(SaleSlip::nodeId, Collectors.counting()));

        assertThat(sales).hasSizeBetween(340, 360);
        assertThat(perNode)
                .containsOnlyKeys(StarterNetwork.NODES.stream()
                        .map(StarterNetwork.PlannedNode::id)
                        .toList());
        assertThat(perNode.get(StarterNetwork.TBILISI))
                .isGreaterThan(2 * perNode.getOrDefault(StarterNetwork.GORI, 0L));
    }

    @Test
    void moreIsSoldAtLunchAndAtDinnerThanInBetween() {
        assertThat(soldInHours(13, 14)).isGreaterThan(soldInHours(15, 16));
        assertThat(soldInHours(19, 20)).isGreaterThan(2 * soldInHours(15, 16));
    }

    @Test
    void billsHaveOneToSixLinesOfDifferentDishes() {
        assertThat(sales)
                .allSatisfy(sale -> assertThat(sale.items())
                        .hasSizeBetween(1, 6)
                        .extracting(SaleItem::code)
                        .doesNotHaveDuplicates());
        assertThat(sales).anyMatch(sale -> sale.items().size() == 6);
    }

    @Test
    void khinkaliAreOrderedByTheFiveToFifteen() {
        assertThat(sales.stream()
                        .flatMap(sale -> sale.items().stream())
                        .filter(item -> item.category().equals("Khinkali")))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.pieces()).isBetween(5, 15));
    }

    @Test
    void saleNumbersAreUniqueAtEachNode() {
        assertThat(sales)
                .extracting(sale -> sale.nodeId() + ":" + sale.saleNumber())
                .doesNotHaveDuplicates();
        assertThat(sales)
                .filteredOn(sale -> sale.nodeId().equals(StarterNetwork.GORI))
                .first()
                .extracting(sale -> sale.saleNumber().value())
                .isEqualTo("20261121-001");
    }

    @Test
    void noTwoDishesHaveTheSameCodeOrName() {
        assertThat(Dish.MENU).extracting(Dish::code).doesNotHaveDuplicates();
        assertThat(Dish.MENU).extracting(Dish::name).doesNotHaveDuplicates();
    }

    @Nested
    class Played {

        private final StandInSystem system = new StandInSystem();
        private final DemoDay yesterday = DemoDay.before(Instant.now());
        private final List<Integer> progress = new ArrayList<>();

        @TempDir
        private Path directory;

        private BearerTokens tokens;
        private CommandDoor door;

        @BeforeEach
        void open() {
            Patience aMinute = Patience.of(Duration.ofSeconds(60));
            FlyingTime time = new FlyingTime();
            tokens = new BearerTokens(system.uri(), Credentials.readFrom(system.credentials(directory)), aMinute, time);
            door = new CommandDoor(system.uri(), tokens, aMinute, time);
        }

        @AfterEach
        void close() {
            door.close();
            tokens.close();
            system.close();
        }

        @Test
        void itFillsAnEmptySystemThroughTheTillsDoor() {
            DemoSummary summary = yesterday.play(door, progress::add);

            assertThat(system.founding()).hasToString("{\"founderId\":\"founder\",\"purpose\":\"DEMO\"}");
            assertThat(system.requests("POST", "/api/v1/sales")).hasSize(summary.sales());
            assertThat(system.requests("POST", "/oauth2/token")).hasSize(1);
            assertThat(system.sales()).hasSize(summary.sales());
            assertThat(system.revenueTetri()).isEqualTo(summary.revenue().value());
            assertThat(summary.minted()).isEqualTo(Units.of(100L * summary.sales()));
            assertThat(system.nodesWith("TILL-1")).hasSize(5);
            assertThat(system.nodesWith("TILL-2")).containsExactly("BATUMI-BOULEVARD", "TBILISI-VAKE");
            assertThat(progress)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, summary.sales()).boxed().toList());
        }

        @Test
        void playedAgainItChangesNothing() {
            DemoSummary first = yesterday.play(door, progress::add);

            assertThat(yesterday.play(door, progress::add)).isEqualTo(first);
            assertThat(system.sales()).hasSize(first.sales());
        }

        @Test
        void itDoesNotTouchANetworkThatSomebodyElseFounded() {
            system.hasNode("VAKE", true);

            assertThatThrownBy(() -> yesterday.play(door, progress::add))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("Founding the demo network was refused: The network was founded before."
                            + " (network-already-founded)")
                    .extracting(refused -> ((RefusedException) refused).code())
                    .isEqualTo("network-already-founded");
            assertThat(system.sales()).isEmpty();
        }

        @Test
        void itStopsAtTheFirstSaleThatIsRefused() {
            String number = yesterday.sales().getFirst().saleNumber().value();
            system.refuses(number, "node-inactive");

            assertThatThrownBy(() -> yesterday.play(door, progress::add))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("Sale %s at node", number)
                    .hasMessageEndingWith("was refused: This one is not wanted. (node-inactive)");
            assertThat(system.sales()).hasSizeLessThan(yesterday.sales().size() / 2);
        }

        @Test
        void itOutlivesABusyServer() {
            system.isBusyOnce("1");
            system.breaksConnectionOnce();

            assertThat(yesterday.play(door, progress::add).sales())
                    .isEqualTo(system.sales().size());
        }
    }

    private long soldInHours(int first, int last) {
        return sales.stream()
                .map(sale -> sale.soldAt().atZone(BusinessDay.ZONE).getHour())
                .filter(hour -> hour >= first && hour <= last)
                .count();
    }
}
