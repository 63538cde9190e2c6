package com.hotpotspot.command.dispatch;

import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.KeyedAppend;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.util.Map;
import java.util.Optional;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.MetaData;

/**
 * Whoever sends a command, as every event's metadata will say for ever.
 *
 * @param correlation ties together what belongs to one request
 * @param trace the W3C trace id, where the request carried one
 * @param key to be used up by what the command records, where the request carried one
 * @param repeats the command by which the request was carried out before under its key, so that nothing is recorded any
 *     more
 * @param standing is asked again with each command
 */
public record Caller(
        Sender sender,
        Channel channel,
        String correlation,
        Optional<String> trace,
        Optional<IdempotencyKeyUsed> key,
        Optional<String> repeats,
        Standing standing) {

    /** Somebody who came through no door. */
    public Caller(Sender sender, Channel channel, String correlation, Optional<String> trace) {
        this(sender, channel, correlation, trace, Optional.empty(), Optional.empty(), Standing.FOR_GOOD);
    }

    /** The system itself, when something has become due. */
    public static Caller schedule() {
        return new Caller(
                Sender.SYSTEM,
                Channel.SCHEDULE,
                IdentifierFactory.getInstance().generateIdentifier(),
                Optional.empty());
    }

    /** Whoever has the machine and the keystore's passphrase, and so no need of a door. */
    public static Caller machine() {
        return new Caller(
                Sender.SYSTEM, Channel.MACHINE, IdentifierFactory.getInstance().generateIdentifier(), Optional.empty());
    }

    /** For what else the same request has to see to, once its key is used up by its first command. */
    public Caller withoutKey() {
        return new Caller(sender, channel, correlation, trace, Optional.empty(), Optional.empty(), standing);
    }

    /** The account on whose behalf the command is sent. */
    public AccountId account() {
        return sender.account();
    }

    /** What an event says that came of no command, but of the request as such. */
    Trail ofTheRequest() {
        return trail().causedBy(IdentifierFactory.getInstance().generateIdentifier());
    }

    MetaData metadata(Command<?> command) {
        Map<String, String> metadata = trail().metadata();
        metadata.put(Sender.BOUNDS, String.join(" ", sender.bounds()));
        key.ifPresent(use -> metadata.putAll(KeyedAppend.metadata(use)));
        if (repeats.isPresent() && command.setsWhatOthersMaySet()) {
            metadata.putAll(KeyedAppend.REPEATED);
        }
        return MetaData.from(metadata);
    }

    /** What goes on from here into every event. */
    private Trail trail() {
        return new Trail(sender.account(), sender.role(), channel, correlation, Optional.empty(), trace);
    }
}
