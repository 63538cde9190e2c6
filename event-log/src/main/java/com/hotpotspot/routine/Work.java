package com.hotpotspot.routine;

/** What a {@link Routine} does again and again. */
@FunctionalInterface
public interface Work {

    /**
     * Does what there is to do, and answers how long to rest before the next turn. One that takes long asks now and
     * then whether the routine {@linkplain Routine#isStopping() is stopping}.
     *
     * @throws Exception if it cannot; nothing of that is lost, for the routine tells of it and comes back
     */
    Rest turn() throws Exception;
}
