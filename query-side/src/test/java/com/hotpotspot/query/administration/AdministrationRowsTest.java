package com.hotpotspot.query.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeDeactivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeOwnerChanged;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalAuthorised;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.network.TerminalRevoked;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class AdministrationRowsTest {

    private static final OwnerId NEXT_OWNER = new OwnerId("owner-2");

    private final ProjectedLog projected =
            new ProjectedLog(AdministrationProjection.NAME, AdministrationProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void theNetworkSaysWhoFoundedItAndWhichLimitWasSetLast(int batchSize) {
        log.found(NetworkPurpose.LIVE);
        log.append(new VoidApprovalSet(Tetri.of(10_000)), new VoidApprovalSet(Tetri.of(5_000)));
        projected.project(batchSize);

        assertThat(projected.rows("founder, purpose, founded, void_above, void_set", "network"))
                .containsExactly("founder LIVE 0 5000 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void daysBeginAsWasSaidLastForADay(int batchSize) {
        log.append(
                new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 1, 10)),
                new BusinessDaySet(new DayBegin("04:00"), LocalDate.of(2026, 1, 20)),
                new BusinessDaySet(new DayBegin("05:00"), LocalDate.of(2026, 1, 20)));
        projected.project(batchSize);

        assertThat(projected.rows("from_day, begins_at, set_by", "business_day"))
                .containsExactly("2026-01-10 03:00 0", "2026-01-20 05:00 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aNodeSaysSinceWhenItIsAsItIsAndWhoseItIs(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.append(
                new NodeDeactivated(vake),
                new NodeActivated(vake),
                new NodeOwnerChanged(gori, NEXT_OWNER, NEXT_OWNER.wallet()),
                new NodeDeactivated(gori));
        projected.project(batchSize);

        assertThat(projected.rows("node, type, city, registered, owner, owner_since, active, state_since", "node"))
                .containsExactly("GORI FRANCHISE Gori 2 owner-2 6 f 7", "VAKE OWNER Tbilisi 0 founder 0 t 5");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aTerminalThatIsAuthorisedAgainIsAuthorisedSinceThen(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        TerminalId second = new TerminalId("TILL-2");
        log.append(
                new TerminalAuthorised(vake, second),
                new TerminalRevoked(vake, WrittenLog.TILL),
                new TerminalRevoked(vake, second),
                new TerminalAuthorised(vake, second));
        projected.project(batchSize);

        assertThat(projected.rows("node, terminal, authorised, since", "terminal"))
                .containsExactly("VAKE TILL-1 f 3", "VAKE TILL-2 t 5");
    }
}
