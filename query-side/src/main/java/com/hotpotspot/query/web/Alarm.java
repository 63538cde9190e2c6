package com.hotpotspot.query.web;

import java.util.Optional;

/** Something that somebody has to do something about before this side may be relied on again. */
@FunctionalInterface
public interface Alarm {

    /** What is wrong and what to do, for the operator and for everybody's eyes; empty while nothing is. */
    Optional<String> sentence();
}
