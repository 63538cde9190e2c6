package com.hotpotspot.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose trouble takes a side out of service. */
class WellbeingTest {

    private final Routine needed = new Routine("shepherd", "mind the sheep", this::mind);
    private final Routine spare = Routine.spare("shearer", "shear the sheep", this::shear);
    private boolean minded = true;
    private boolean shorn = true;

    @Test
    void allIsWellWhileNothingIsInTrouble() throws InterruptedException {
        Wellbeing wellbeing = afterATurn();

        assertThat(wellbeing.isWell()).isTrue();
    }

    @Test
    void aSideIsNotWellWithoutWhatItNeeds() throws InterruptedException {
        minded = false;

        Wellbeing wellbeing = afterATurn();

        assertThat(wellbeing.isWell()).isFalse();
        assertThat(wellbeing.inWords().get("shepherd"))
                .startsWith("Failing since ")
                .endsWith(": the wolf");
    }

    @Test
    void aSideIsWellWithoutWhatItCanSpareAndTellsOfIt() throws InterruptedException {
        shorn = false;

        Wellbeing wellbeing = afterATurn();

        assertThat(wellbeing.isWell()).isTrue();
        assertThat(wellbeing.inWords().get("shearer"))
                .startsWith("Failing since ")
                .endsWith(": no shears");
    }

    @Test
    void aNeededRoutineThatHasStoppedIsMissing() {
        needed.start();
        needed.stop(Duration.ofSeconds(10));

        assertThat(Wellbeing.of(List.of(() -> needed, () -> spare)).isWell()).isFalse();
    }

    @Test
    void nothingToDoIsNoTrouble() {
        assertThat(Wellbeing.of(List.of(() -> needed, () -> spare)))
                .isEqualTo(new Wellbeing(
                        true, Map.of("shepherd", "Nothing to do here.", "shearer", "Nothing to do here.")));
    }

    private Wellbeing afterATurn() throws InterruptedException {
        Rest unused = needed.turn();
        unused = spare.turn();
        return Wellbeing.of(List.of(() -> needed, () -> spare));
    }

    private Rest mind() {
        return minded ? Rest.NONE : fail("the wolf");
    }

    private Rest shear() {
        return shorn ? Rest.NONE : fail("no shears");
    }

    private static Rest fail(String reason) {
        throw new IllegalStateException(reason);
    }
}
