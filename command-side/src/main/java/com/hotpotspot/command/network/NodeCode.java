package com.hotpotspot.command.network;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Refuses;
import com.hotpotspot.answer.Status;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Why a node or a terminal of it cannot do, or be, what was asked for. */
public enum NodeCode implements PublicCode {
    NODE_ALREADY_REGISTERED(Status.CONFLICT, "The node was registered before, with other content."),
    NODE_INACTIVE(Status.CONFLICT, "The node was deactivated; it sells again once it is activated."),
    TERMINAL_UNKNOWN(Status.NOT_FOUND, "There is no such terminal at this node."),
    TERMINAL_NOT_AUTHORISED(Status.FORBIDDEN, "The terminal was never authorised for this node."),
    TERMINAL_REVOKED(Status.FORBIDDEN, "The terminal was authorised for this node, and no longer is.");

    private final Status status;
    private final String meaning;

    NodeCode(Status status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Which of these a door refuses with. */
    @Documented
    @Refuses
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Refused {
        NodeCode[] value();
    }
}
