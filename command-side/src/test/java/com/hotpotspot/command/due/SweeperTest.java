package com.hotpotspot.command.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.json.EventType;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CheckExpired;
import com.hotpotspot.events.sale.CheckIssued;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes due is done, once, and what is not due stays. */
class SweeperTest {

    private static final NodeId VAKE = new NodeId("VAKE");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private RunningCommandSide system;

    @BeforeEach
    void aSystemThatLooksOften() {
        system = new RunningCommandSide(
                "--hotpotspot.due.every=100ms",
                "--hotpotspot.due.put-off=1s",
                "--spring.main.sources=" + Reminder.class.getName());
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void checksThatNobodyClaimedInTimeExpireToTheReserve() {
        List<SaleId> old = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            old.add(recorded("OLD-" + i, NOW.minus(Duration.ofDays(1))));
        }
        recorded("NEW", NOW.plus(Duration.ofDays(1)));

        await().until(() -> expired().size() >= 20);

        assertThat(expired()).extracting(CheckExpired::sale).containsExactlyInAnyOrderElementsOf(old);
        assertThat(expired()).extracting(CheckExpired::reserveWallet).containsOnly(WalletId.RESERVE);
        await().until(() -> rowsLeft() == 2); // one of each kind
    }

    @Test
    void workOfTwoKindsMayFollowFromTheSameEventAndBothIsDone() {
        SaleId sale = recorded("OLD", NOW.minus(Duration.ofDays(1)));

        await().until(() -> expired().size() == 1 && rowsLeft() == 0);

        assertThat(expired()).extracting(CheckExpired::sale).containsExactly(sale);
        assertThat(system.context().getBean(Reminder.class).reminded)
                .containsExactly(sale.check().value());
    }

    @Test
    void noTwoKindsOfWorkHaveTheSameName() {
        assertThatThrownBy(() -> new DueWorks(List.of(new Reminder(), new Reminder())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("reminder");
    }

    @Test
    void whatIsFoundASecondTimeIsNotDoneTwice() {
        recorded("OLD", NOW.minus(Duration.ofDays(1)));
        await().until(() -> expired().size() == 1 && rowsLeft() == 0);

        system.database().execute("update command.due_position set next = 0");
        recorded("LATER", NOW.minus(Duration.ofDays(1)));

        await().until(() -> expired().size() == 2 && rowsLeft() == 0);
        assertThat(expired()).extracting(CheckExpired::sale).doesNotHaveDuplicates();
    }

    /** More of it than one look takes, and all of it older than what can be done. */
    @Test
    void workThatAlwaysFailsKeepsNoOtherWorkFromBeingDone() {
        system.database()
                .execute("insert into command.due (at, kind, id, retry_at)"
                        + " select n, 'check-expiry', 'no sale ' || n, n from generate_series(1, 600) n");
        system.database()
                .execute("insert into command.due (at, kind, id, retry_at)"
                        + " select n, 'of-a-build-that-was', n::text, n from generate_series(1, 600) n");

        SaleId sale = recorded("OLD", NOW.minus(Duration.ofDays(1)));

        await().atMost(Duration.ofMinutes(1)).until(() -> expired().size() == 1);
        assertThat(expired()).extracting(CheckExpired::sale).containsExactly(sale);
        await().until(() -> system.context()
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from command.due where failures > 0 and retry_at > at")
                        .query(Long.class)
                        .single()
                == 1_200);
    }

    @Test
    void eachFailurePutsWorkOffTwiceAsLongUpToABound() {
        Instant now = Instant.now();
        system.database()
                .execute("insert into command.due (at, kind, id, retry_at, failures)"
                        + " select n, 'of-a-build-that-was', n::text, n, n from generate_series(0, 40) n");

        await().until(() -> failuresAbove(40) == 1);

        // A second at first, as this system is set up.
        assertThat(secondsPutOff(0, now)).isBetween(1L, 60L);
        assertThat(secondsPutOff(6, now)).isBetween(64L, 64L + 60);
        assertThat(secondsPutOff(40, now)).isBetween(512L, 512L + 60);
    }

    private long failuresAbove(int failures) {
        return system.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from command.due where failures > ?")
                .param(failures)
                .query(Long.class)
                .single();
    }

    /** @param id of a row that had failed so often before */
    private long secondsPutOff(int id, Instant since) {
        return system.context()
                .getBean(JdbcClient.class)
                .sql("select (retry_at - ?) / 1000 from command.due where id = ?")
                .param(since.toEpochMilli())
                .param(Integer.toString(id))
                .query(Long.class)
                .single();
    }

    private SaleId recorded(String number, Instant claimableUntil) {
        SaleId sale = SaleId.of(VAKE, new SaleNumber(number));
        Units buyer = Units.of(49);
        List<Event> facts = List.of(
                new SaleRecorded(
                        sale,
                        VAKE,
                        new SaleNumber(number),
                        new TerminalId("TILL-1"),
                        NOW,
                        List.of(new SaleItem("KHI", "Khinkali", "Dumplings", 1, Tetri.of(180))),
                        Tetri.of(180),
                        null,
                        SaleOrigin.TILL),
                new TokensMinted(
                        sale,
                        VAKE,
                        1,
                        Units.of(100),
                        WalletKind.FRANCHISE.walletOf("founder"),
                        Units.of(51),
                        sale.check().wallet(),
                        buyer,
                        WalletKind.FRANCHISE.walletOf("founder"),
                        Units.ZERO,
                        NOW),
                new CheckIssued(sale, sale.check(), sale.check().wallet(), buyer, claimableUntil));
        List<NewEvent> events = new ArrayList<>();
        for (Event fact : facts) {
            EventType type = EventTypes.of(fact.getClass()).orElseThrow();
            events.add(new NewEvent(
                    sale.stream(),
                    events.size(),
                    UuidCreator.getTimeOrderedEpoch(),
                    type.name(),
                    type.revision(),
                    NOW,
                    EventJson.mapper().writeValueAsBytes(fact),
                    EventJson.metadata(Map.of())));
        }
        system.log().append(events);
        return sale;
    }

    private List<CheckExpired> expired() {
        return system.log().read(0, 10_000).events().stream()
                .map(StoredEvent::event)
                .filter(CheckExpired.class::isInstance)
                .map(CheckExpired.class::cast)
                .toList();
    }

    private long rowsLeft() {
        return system.context()
                .getBean(JdbcClient.class)
                .sql("select count(*) from command.due")
                .query(Long.class)
                .single();
    }
}
