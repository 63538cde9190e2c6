package com.hotpotspot.routine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How all that goes on in a process does.
 *
 * @param isWell whether nothing that its side needs is in trouble
 * @param inWords how each routine does, by its name; of one that can be spared, too
 */
public record Wellbeing(boolean isWell, Map<String, String> inWords) {

    public static Wellbeing of(List<Ongoing> all) {
        boolean well = true;
        Map<String, String> inWords = new LinkedHashMap<>();
        for (Ongoing ongoing : all) {
            Routine routine = ongoing.routine();
            RoutineState state = routine.state();
            well &= state.isWell() || !routine.isNeeded();
            inWords.put(routine.name(), state.inWords());
        }
        return new Wellbeing(well, inWords);
    }
}
