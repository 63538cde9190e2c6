package com.hotpotspot.eventlog;

import com.github.f4b6a3.uuid.UuidCreator;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.json.EventJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who and what an event came of, as its metadata says for ever: under fixed keys and as text. Nothing else knows the
 * keys.
 *
 * @param role the one that the account acted in
 * @param correlation ties together what belongs to one request
 * @param causation the command that the event came of; empty if it came of none
 * @param trace the W3C trace id, where a request carried one
 */
public record Trail(
        AccountId account,
        String role,
        Channel channel,
        String correlation,
        Optional<String> causation,
        Optional<String> trace) {

    /** The account and the role of the system itself. */
    public static final String SYSTEM = "system";

    private static final String ACCOUNT = "account";
    private static final String ROLE = "role";
    private static final String CHANNEL = "channel";
    private static final String CORRELATION = "correlation";
    private static final String CAUSATION = "causation";
    private static final String TRACE = "trace";

    private static final List<String> CARRIED = List.of(ACCOUNT, ROLE, CHANNEL, CORRELATION, TRACE);

    /** Of somebody who asked for it, without a command. */
    public static Trail of(AccountId account, String role, Channel channel) {
        return new Trail(account, role, channel, newId(), Optional.empty(), Optional.empty());
    }

    /** Of the system itself. */
    public static Trail ofTheSystem(Channel channel) {
        return of(new AccountId(SYSTEM), SYSTEM, channel);
    }

    /** The same, of this command. */
    public Trail causedBy(String command) {
        return new Trail(account, role, channel, correlation, Optional.of(command), trace);
    }

    /** The metadata of an event, or of the command that it will come of. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(ACCOUNT, account.value());
        metadata.put(ROLE, role);
        metadata.put(CHANNEL, channel.inMetadata());
        metadata.put(CORRELATION, correlation);
        causation.ifPresent(command -> metadata.put(CAUSATION, command));
        trace.ifPresent(id -> metadata.put(TRACE, id));
        return metadata;
    }

    /**
     * What goes on from a command into each of its events.
     *
     * @param command its metadata, which may hold more than a trail
     * @param id the command's own
     */
    public static Map<String, String> carriedOn(Map<String, ?> command, String id) {
        Map<String, String> carried = new HashMap<>();
        for (String key : CARRIED) {
            if (command.get(key) instanceof String value) {
                carried.put(key, value);
            }
        }
        carried.put(CAUSATION, id);
        return carried;
    }

    /** Whose doing an event was; empty if it does not say. */
    public static Optional<AccountId> accountOf(StoredEvent event) {
        return accountIn(EventJson.readMetadata(event.metadata()));
    }

    /** Whose doing it is, as metadata says; empty if it does not. */
    public static Optional<AccountId> accountIn(Map<String, ?> metadata) {
        return text(metadata, ACCOUNT).map(AccountId::new);
    }

    /** The role that somebody acts in, as metadata says; empty if it does not. */
    public static Optional<String> roleIn(Map<String, ?> metadata) {
        return text(metadata, ROLE);
    }

    /** The command that an event came of; empty if it came of none. */
    public static Optional<String> commandOf(StoredEvent event) {
        return text(EventJson.readMetadata(event.metadata()), CAUSATION);
    }

    private static Optional<String> text(Map<String, ?> metadata, String key) {
        return metadata.get(key) instanceof String value ? Optional.of(value) : Optional.empty();
    }

    private static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
