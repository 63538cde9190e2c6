package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.policy.Verdict;
import org.axonframework.messaging.MetaData;

/**
 * Says whether a command may be handled for whoever sent it. It is asked for every command, in the process that handles
 * it and before anything is loaded.
 */
@FunctionalInterface
public interface Authorisation {

    /** @param sender what the command's events will say about their cause, under the keys of {@link Trail} */
    Verdict mayHandle(Command<?> command, MetaData sender);
}
