package com.hotpotspot.answer;

import java.util.Locale;

/**
 * A reason for which a request can be refused. Clients know it by its {@linkplain #code code}, which never changes and
 * is the only one for it on both sides. Each feature lists its own in an enum, named after what they are about and then
 * what is the matter with it: {@code node-unknown}, {@code sale-voided}.
 */
public interface PublicCode {

    /** The name of an enum's constant, from which the code is made. */
    String name();

    /** The status that goes with it, always the same. */
    Status status();

    /** One sentence: when it is given, and what to do about it where that is not plain. */
    String meaning();

    /** What clients see, for example {@code node-inactive}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
