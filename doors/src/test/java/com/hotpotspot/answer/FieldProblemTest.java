package com.hotpotspot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FieldProblemTest {

    private static final List<FieldProblem> IN_ORDER = List.of(
            FieldProblem.of("items[2].code", "must not be null"),
            FieldProblem.of("items[2].quantity", "must be at least 1"),
            FieldProblem.of("items[2].quantity", "must not be null"),
            FieldProblem.of("items[10].code", "must not be null"),
            FieldProblem.of("items[10].parts[9]", "must not be null"),
            FieldProblem.of("items[10].parts[10]", "must not be null"),
            FieldProblem.of("items[99999999999999999999]", "must not be null"),
            FieldProblem.of("nodeId", "must not be null"));

    @Property(tries = 200)
    void fieldsStandInTheirOrderAndElementsByTheirNumbers(@ForAll Random chance) {
        List<FieldProblem> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, chance);

        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(IN_ORDER);
    }
}
