package com.hotpotspot.command.guide;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a guide tells to type, and what it shows of what comes of it.
 *
 * @param shown the last answers; those before them are not shown
 */
record Step(Example commands, List<Example> shown) {

    /** All of a guide, in order. What is neither a command nor an answer would be held by nobody, and is refused. */
    static List<Step> in(Path guide) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Example example : Example.in(guide)) {
            switch (example.language()) {
                case "sh" -> steps.add(new Step(example, new ArrayList<>()));
                case "http" -> steps.getLast().shown().add(example);
                default -> throw new AssertionError(example.place() + " is neither sh nor http");
            }
        }
        return steps;
    }
}
