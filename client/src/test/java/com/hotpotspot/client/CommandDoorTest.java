package com.hotpotspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandDoorTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final TerminalId TILL = new TerminalId("TILL-1");
    private static final Outcome ACCEPTED = new Outcome.Accepted(Units.of(100));
    private static final Outcome REPLAYED = new Outcome.Replayed(Units.of(100));

    private final StandInSystem system = new StandInSystem();
    private final FlyingTime time = new FlyingTime();
    private final Patience aMinute = Patience.of(Duration.ofSeconds(60));

    @TempDir
    private Path directory;

    private BearerTokens tokens;
    private CommandDoor door;

    @BeforeEach
    void open() {
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
    void setsUpANetworkAndSells() {
        OwnerId founder = new OwnerId("founder");

        assertThat(door.found(founder, NetworkPurpose.DEMO)).isEqualTo(ACCEPTED);
        assertThat(door.register(VAKE, NodeType.OWNER, new City("Tbilisi"), founder))
                .isEqualTo(new Outcome.Accepted(Units.ZERO));
        assertThat(door.authorise(TILL, VAKE)).isEqualTo(new Outcome.Accepted(Units.ZERO));
        assertThat(door.record(sale(1))).isEqualTo(ACCEPTED);

        assertThat(system.founding()).hasToString("{\"founderId\":\"founder\",\"purpose\":\"DEMO\"}");
        assertThat(system.revenueTetri()).isEqualTo(1_150);
    }

    @Test
    void anythingRepeatedIsReplayed() {
        OwnerId founder = new OwnerId("founder");
        door.found(founder, NetworkPurpose.LIVE);
        givenTill();
        door.record(sale(1));

        assertThat(door.found(founder, NetworkPurpose.LIVE)).isEqualTo(REPLAYED);
        assertThat(door.authorise(TILL, VAKE)).isEqualTo(new Outcome.Replayed(Units.ZERO));
        assertThat(door.record(sale(1))).isEqualTo(REPLAYED);
    }

    @Test
    void aRefusalCarriesItsCodeAndReason() {
        system.hasNode("VAKE", true);

        assertThat(door.record(sale(1)))
                .isEqualTo(new Outcome.Refused("terminal-not-authorised", "This terminal may not sell here."));
        assertThatThrownBy(() -> door.authorise(TILL, new NodeId("NOWHERE")).orThrow("Authorising TILL-1"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Authorising TILL-1 was refused: There is no node NOWHERE (node-unknown)");
    }

    @Nested
    class InTrouble {

        @Test
        void waitsAsLongAsTheServerAsks() {
            givenTill();
            system.isBusyOnce("7");
            system.isBusyOnce("3");

            assertThat(door.record(sale(1))).isEqualTo(ACCEPTED);
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
        }

        @Test
        void waitsByItselfWhereTheServerDoesNotSayHowLong() {
            givenTill();
            system.isBusyOnce("soon");

            assertThat(door.record(sale(1))).isEqualTo(ACCEPTED);
            assertThat(time.pauses()).containsExactly(Duration.ofMillis(200));
        }

        @Test
        void sendsAgainOverABrokenConnection() {
            givenTill();
            system.breaksConnectionOnce();
            system.breaksConnectionOnce();

            assertThat(door.record(sale(1))).isEqualTo(ACCEPTED);
            assertThat(time.pauses()).hasSize(2);
        }

        @Test
        void givesUpWhenPatienceIsAtItsEnd() {
            tokens.current();
            system.close();

            assertThatThrownBy(() -> door.record(sale(1)))
                    .isInstanceOf(DoorClosedException.class)
                    .hasMessageStartingWith("The command side at %s has not answered for 60 s (connection refused)"
                            .formatted(system.uri()));
            assertThat(time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(Duration.ofSeconds(60));
        }

        @Test
        void givesUpOnAServerThatStaysBusy() {
            IntStream.range(0, 100).forEach(i -> system.isBusyOnce("20"));

            assertThatThrownBy(() -> door.record(sale(1)))
                    .isInstanceOf(DoorClosedException.class)
                    .hasMessageContaining("status 503");
            assertThat(time.pauses()).hasSize(3);
        }

        @Test
        void knockingAtADoorThatIsNotThereTellsHowToOpenIt() {
            system.close();

            assertThatThrownBy(() -> CommandDoor.knock(system.uri(), time))
                    .isInstanceOf(DoorClosedException.class)
                    .hasMessage("No command side at %s (connection refused): start it with ./hotpotspot or ./mvnw -Prun"
                            .formatted(system.uri()));
        }
    }

    @Nested
    class TheToken {

        @Test
        void isFetchedOnceForManyRequests() {
            givenTill();

            IntStream.rangeClosed(1, 10).forEach(number -> door.record(sale(number)));

            assertThat(system.requests("POST", "/oauth2/token")).hasSize(1);
        }

        @Test
        void isReplacedOnceWhenTheDoorDoesNotAcceptIt() {
            givenTill();
            door.record(sale(1));
            system.forgetsItsTokens();

            assertThat(door.record(sale(2))).isEqualTo(ACCEPTED);

            assertThat(system.requests("POST", "/oauth2/token")).hasSize(2);
            assertThat(system.requests("POST", "/api/v1/sales")).hasSize(3);
        }

        @Test
        void isReplacedForABatchAsWell() {
            givenTill();
            door.record(sale(1));
            system.forgetsItsTokens();
            List<Outcome> heard = new ArrayList<>();

            door.record(BatchDoor.SALES, List.of(sale(1), sale(2)), (slip, outcome) -> heard.add(outcome));

            assertThat(heard).containsExactly(REPLAYED, ACCEPTED);
        }

        @Test
        void thatIsNewAndNotAcceptedEitherIsTheEnd() {
            system.acceptsNoToken();

            assertThatThrownBy(() -> door.record(sale(1)))
                    .isInstanceOf(NotAdmittedException.class)
                    .hasMessage(
                            "The command side at %s does not accept the token that administrator was just issued; do both servers belong to one system?"
                                    .formatted(system.uri()));
            assertThat(system.requests("POST", "/oauth2/token")).hasSize(2);
        }

        @Test
        void thatDoesNotAllowSomethingIsNotTriedAgain() {
            system.forbids("/api/v1/sales");

            assertThatThrownBy(() -> door.record(sale(1)))
                    .isInstanceOf(NotAdmittedException.class)
                    .hasMessage(
                            "The command side at %s does not let administrator do this: This takes one of the roles [NETWORK_OWNER]."
                                    .formatted(system.uri()));
            assertThat(system.requests("POST", "/api/v1/sales")).hasSize(1);
        }

        @Test
        void thatDoesNotAllowABatchIsNotTriedAgainEither() {
            system.forbids("/api/v1/imports/sales");

            assertThatThrownBy(() -> door.record(BatchDoor.IMPORT, List.of(sale(1)), (slip, outcome) -> {}))
                    .isInstanceOf(NotAdmittedException.class)
                    .hasMessageContaining("does not let administrator do this");
            assertThat(system.requests("POST", "/api/v1/imports/sales")).hasSize(1);
        }
    }

    @Nested
    class ABatch {

        private final List<String> heard = new ArrayList<>();

        @Test
        void isAnsweredLineByLineInOrder() {
            givenTill();
            system.refuses("2", "node-inactive");
            door.record(sale(3));

            send(BatchDoor.SALES, 1, 2, 3);

            assertThat(heard)
                    .containsExactly(
                            "1 " + ACCEPTED,
                            "2 " + new Outcome.Refused("node-inactive", "This one is not wanted."),
                            "3 " + REPLAYED);
        }

        @Test
        void goesThroughTheDoorItIsMeantFor() {
            givenTill();

            send(BatchDoor.IMPORT, 1);

            assertThat(system.requests("POST", "/api/v1/imports/sales")).hasSize(1);
            assertThat(system.requests("POST", "/api/v1/sales/batch")).isEmpty();
        }

        @Test
        void thatBreaksHalfwayIsSentAgainAndReportedOnce() {
            givenTill();
            system.breaksNextBatchAfter(600);

            send(BatchDoor.SALES, IntStream.rangeClosed(1, 1_000).toArray());

            assertThat(system.requests("POST", "/api/v1/sales/batch")).hasSize(2);
            assertThat(system.sales()).hasSize(1_000);
            assertThat(heard)
                    .extracting(line -> line.substring(0, line.indexOf(' ')))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000)
                            .mapToObj(Integer::toString)
                            .toList());
        }

        @Test
        void mustNotBeLongerThanTheServerTakes() {
            assertThatThrownBy(() -> send(
                            BatchDoor.SALES, IntStream.rangeClosed(1, 5_001).toArray()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a batch has 1 to 5000 sales, not 5001");
        }

        @Test
        void whoseListenerFailsFailsWithIt() {
            givenTill();

            assertThatThrownBy(() -> door.record(BatchDoor.SALES, List.of(sale(1)), (slip, outcome) -> {
                        throw new IllegalStateException("cannot listen");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cannot listen");
        }

        private void send(BatchDoor through, int... numbers) {
            List<SaleSlip> slips =
                    IntStream.of(numbers).mapToObj(CommandDoorTest::sale).toList();
            door.record(through, slips, (slip, outcome) -> heard.add(slip.saleNumber() + " " + outcome));
        }
    }

    private void givenTill() {
        system.hasNode("VAKE", true, "TILL-1");
    }

    private static SaleSlip sale(int number) {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        return new SaleSlip(
                VAKE,
                new SaleNumber(Integer.toString(number)),
                TILL,
                today,
                List.of(
                        new SaleItem("KH1", "Khinkali", "Khinkali", 5, Tetri.of(150)),
                        new SaleItem("DR1", "Borjomi", "Drinks", 1, Tetri.of(400))));
    }
}
