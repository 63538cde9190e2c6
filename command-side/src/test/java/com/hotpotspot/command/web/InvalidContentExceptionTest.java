package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.answer.FieldProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The same document is refused with the same words each time, in whatever order validation finds what is wrong. */
class InvalidContentExceptionTest {

    private static final List<FieldProblem> IN_ORDER = IntStream.range(0, 25)
            .mapToObj(i -> FieldProblem.of("items[" + i + "].quantity", "must be at least 1"))
            .toList();

    @Property(tries = 200)
    void theFirstTwentyAreToldInTheOrderOfTheFields(@ForAll Random chance) {
        List<FieldProblem> found = new ArrayList<>(IN_ORDER);
        Collections.shuffle(found, chance);

        InvalidContentException invalid = new InvalidContentException(found);

        assertThat(invalid.fields()).isEqualTo(IN_ORDER.subList(0, 20));
        assertThat(invalid).hasMessage("items[0].quantity must be at least 1. 24 more are not valid.");
    }
}
