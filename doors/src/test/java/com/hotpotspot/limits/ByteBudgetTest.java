package com.hotpotspot.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {

    private final ByteBudget<String> budget = new ByteBudget<>(100, 60);

    @Test
    void oneSenderTakesNoMoreThanTheirShare() {
        try (ByteBudget<String>.Share first = budget.open("ana");
                ByteBudget<String>.Share second = budget.open("ana");
                ByteBudget<String>.Share other = budget.open("nino")) {
            assertThat(first.tryTake(60)).isTrue();
            assertThat(second.tryTake(1)).isFalse();
            assertThat(other.tryTake(40)).isTrue();
            assertThat(budget.taken()).isEqualTo(100);
        }
    }

    @Test
    void allTogetherTakeNoMoreThanThereIs() {
        try (ByteBudget<String>.Share first = budget.open("ana");
                ByteBudget<String>.Share other = budget.open("nino")) {
            first.take(60);

            assertThatThrownBy(() -> other.take(41)).isInstanceOf(TooMuchUnderWayException.class);
            assertThat(budget.taken()).isEqualTo(60);
            other.take(40);
        }
    }

    @Test
    void whatWasGivenBackCanBeTakenAgain() {
        try (ByteBudget<String>.Share first = budget.open("ana")) {
            first.take(60);
            first.giveBack(20);
            assertThat(first.tryTake(21)).isFalse();
            assertThat(first.tryTake(20)).isTrue();
        }
        assertThat(budget.taken()).isZero();
        try (ByteBudget<String>.Share again = budget.open("ana")) {
            assertThat(again.tryTake(60)).isTrue();
        }
    }
}
