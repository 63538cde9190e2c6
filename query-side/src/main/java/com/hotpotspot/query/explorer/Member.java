package com.hotpotspot.query.explorer;

import com.hotpotspot.events.Era;
import java.time.Instant;

/**
 * One line of what an event says, for people: a member of an object, or an item of a list. Public methods are for
 * templates.
 *
 * @param depth how deep it lies, from 0
 * @param name as it is stored; of an item its number, counted from 1
 * @param form how to read it
 * @param text as it is stored, or the beginning of that; empty for what has members of its own
 * @param number its value where it is a whole number, or how many members it has
 */
record Member(int depth, String name, Form form, String text, long number) {

    /** How a value is to be read. */
    enum Form {
        TEXT,
        /** A point in time, in UTC. */
        TIME,
        /** An amount of money. */
        TETRI,
        /** An amount of tokens. */
        UNITS,
        OBJECT,
        LIST
    }

    public boolean isParent() {
        return form == Form.OBJECT || form == Form.LIST;
    }

    /** Only of what is to be read as one. */
    public Instant time() {
        return Era.parse(text);
    }
}
