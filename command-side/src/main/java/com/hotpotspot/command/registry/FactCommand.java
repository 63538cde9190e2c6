package com.hotpotspot.command.network;

import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.events.Event;

/**
 * A command that asks for one fact of the network or a node to be true. Its handler answers that fact, whether it
 * became true now or was before.
 */
interface NetworkCommand<E extends Event> extends Command<E> {}
