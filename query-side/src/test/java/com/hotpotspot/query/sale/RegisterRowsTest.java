package com.hotpotspot.query.sale;

import static com.hotpotspot.query.testing.Dishes.khachapuri;
import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.projection.ProjectedLog;
import com.hotpotspot.query.testing.WrittenLog;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Given events, then rows; in batches of one and of all. */
class RegisterRowsTest {

    private final ProjectedLog projected = new ProjectedLog(SalesRegisterProjection.NAME, SalesRegisterProjection::new);
    private final WrittenLog log = projected.log;

    @AfterEach
    void close() {
        projected.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleIsOneRowWithThePositionsOfWhatBecameOfIt(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-01-15T10:00:00Z", khinkali(1));
        log.sell(gori, "2", "2026-01-15T20:00:00Z", khinkali(1), khachapuri(1));
        log.sell(gori, "3", "2026-01-16T10:00:00Z", khinkali(2));
        log.claim(gori, "1");
        log.takeBack(gori, "2");
        log.expire(gori, "3");
        projected.project(batchSize);

        assertThat(projected.rows(
                        "position, sale, day, total_tetri, mint_position, minted_units, owner_units, buyer_units,"
                                + " royalty_units, check_position, claim_position, expiry_position, void_position",
                        "sale"))
                .containsExactly(
                        "2 GORI:0000000001 2026-01-15 180 3 100 48 49 3 4 11 null null",
                        "5 GORI:0000000002 2026-01-16 1630 6 100 48 49 3 7 null null 12",
                        "8 GORI:0000000003 2026-01-16 360 9 100 48 49 3 10 null 15 null");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void eachRefundIsARowOfItsOwn(int batchSize) {
        NodeId gori = log.register("GORI", NodeType.FRANCHISE, "Gori");
        log.sell(gori, "1", "2026-01-15T10:00:00Z", khinkali(10));
        log.refund(gori, "1", "R-1", 500);
        log.refund(gori, "1", "R-2", 300);
        projected.project(batchSize);

        assertThat(projected.rows("sale, position, amount_tetri", "refund"))
                .containsExactly("GORI:0000000001 5 500", "GORI:0000000001 6 300");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void aSaleAtHalfPastTwoBelongsToYesterdayWhereDaysBeginAtThree(int batchSize) {
        NodeId vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.append(new BusinessDaySet(new DayBegin("03:00"), LocalDate.of(2026, 1, 10)));
        log.sell(vake, "1", "2026-01-15T22:30:00Z", khinkali(1));
        log.sell(vake, "2", "2026-01-15T23:00:00Z", khinkali(1));
        projected.project(batchSize);

        assertThat(projected.rows("number, day", "sale")).containsExactly("1 2026-01-15", "2 2026-01-16");
    }
}
