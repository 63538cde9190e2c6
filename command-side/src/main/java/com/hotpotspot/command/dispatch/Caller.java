package com.hotpotspot.command.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Comparator.comparing;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.eventlog.KeyedAppend;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.events.idempotency.IdempotencyKeyUsed;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.MetaData;

/**
 * Whoever sends a command, as every event's metadata will say for ever. Doors take it as an argument.
 *
 * @param channel found from what they came with, never from what they say besides
 * @param correlation ties together what belongs to one request
 * @param trace the W3C trace id, where the request carried one
 * @param key where the request carried one
 * @param standing is asked again with each command
 */
public record Caller(
        Sender sender,
        Channel channel,
        String correlation,
        Optional<String> trace,
        Optional<RequestKey> key,
        Standing standing) {

    /** Somebody who came through no door. */
    public Caller(Sender sender, Channel channel, String correlation, Optional<String> trace) {
        this(sender, channel, correlation, trace, Optional.empty(), Standing.FOR_GOOD);
    }

    /** The system itself, when something has become due. */
    public static Caller schedule() {
        return new Caller(Sender.SYSTEM, Channel.SCHEDULE, generatedId(), Optional.empty());
    }

    /** Somebody on the page where people sign in, in the first of their roles; the system's word for who has none. */
    public static Caller signingIn(Identity who) {
        Sender sender = who.grants().values().stream()
                .min(comparing(Grant::role))
                .<Sender>map(grant -> new Sender.Holder(who.account(), grant))
                .orElse(Sender.SYSTEM);
        return new Caller(sender, Channel.PAGE, generatedId(), Optional.empty());
    }

    /** Whoever has the machine and the keystore's passphrase, and so no need of a door. */
    public static Caller machine() {
        return new Caller(Sender.SYSTEM, Channel.MACHINE, generatedId(), Optional.empty());
    }

    /** The same at the door for history, which is a way in of its own, whoever brings it. */
    public Caller importing() {
        return new Caller(sender, Channel.IMPORT, correlation, trace, key, standing);
    }

    /** For what else the same request has to see to, once its key is used up by its first command. */
    public Caller withoutKey() {
        return new Caller(sender, channel, correlation, trace, Optional.empty(), standing);
    }

    /** The account on whose behalf the command is sent. */
    public AccountId account() {
        return sender.account();
    }

    /** The command by which the same request was carried out before; empty if that was never, or nobody can tell. */
    public Optional<String> firstCommand() {
        return key.flatMap(RequestKey::first);
    }

    /**
     * An id for something that the request asks the system to make and does not name itself. A request that is sent
     * again under its key gets the same one, so that it finds what it made the first time.
     */
    public String newId() {
        return key.map(request -> idBy(request.use().key())).orElseGet(Caller::generatedId);
    }

    /** A UUID of version 8 (RFC 9562, section 5.8): 122 bits of a hash, which nobody can aim at. */
    private static String idBy(IdempotencyKey key) {
        ByteBuffer hash =
                ByteBuffer.wrap(HexFormat.of().parseHex(IdempotencyKey.sha256(("id\n" + key).getBytes(US_ASCII))));
        return new UUID((hash.getLong() & ~0xF000L) | 0x8000L, (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62))
                .toString();
    }

    private static String generatedId() {
        return IdentifierFactory.getInstance().generateIdentifier();
    }

    /** The key that is to be used up by what the command records. */
    Optional<IdempotencyKeyUsed> unusedKey() {
        return key.flatMap(RequestKey::unused);
    }

    /** What an event says that came of no command, but of the request as such. */
    Trail ofTheRequest() {
        return trail().causedBy(generatedId());
    }

    MetaData metadata(Command<?> command) {
        Map<String, String> metadata = trail().metadata();
        metadata.put(Sender.BOUNDS, String.join(" ", sender.bounds()));
        unusedKey().ifPresent(use -> metadata.putAll(KeyedAppend.metadata(use)));
        if (firstCommand().isPresent() && command.setsWhatOthersMaySet()) {
            metadata.putAll(KeyedAppend.REPEATED);
        }
        return MetaData.from(metadata);
    }

    /** What goes on from here into every event. */
    private Trail trail() {
        return new Trail(sender.account(), sender.role(), channel, correlation, Optional.empty(), trace);
    }
}
