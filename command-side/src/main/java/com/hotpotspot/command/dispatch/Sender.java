package com.hotpotspot.command.dispatch;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.eventlog.Trail;
import com.hotpotspot.events.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** On whose behalf a command is sent. */
public sealed interface Sender {

    /** The system itself, when something has become due; never whoever comes through a door. */
    Sender SYSTEM = new TheSystem();

    /** Key of what a command's metadata says besides: what the sender's role is about. No event's says it. */
    String BOUNDS = "bounds";

    /** The account that events name as their cause. */
    AccountId account();

    /** The role that events name beside it. */
    String role();

    /** Whether they may send this command, given what their role is about. */
    boolean maySend(Command<?> command);

    /** What travels with a command but not on to its events: what their role is about, as tokens say it. */
    List<String> bounds();

    /** Somebody with an account, and the one role that they act in. */
    record Holder(AccountId account, Grant grant) implements Sender {

        @Override
        public String role() {
            return grant.role().name();
        }

        @Override
        public boolean maySend(Command<?> command) {
            return command.isWithin(grant);
        }

        @Override
        public List<String> bounds() {
            return Identity.of(account, List.of(grant)).claims();
        }
    }

    /** @see #SYSTEM */
    record TheSystem() implements Sender {

        private static final AccountId ACCOUNT = new AccountId(Trail.SYSTEM);

        @Override
        public AccountId account() {
            return ACCOUNT;
        }

        @Override
        public String role() {
            return Trail.SYSTEM;
        }

        @Override
        public boolean maySend(Command<?> command) {
            return true;
        }

        @Override
        public List<String> bounds() {
            return List.of();
        }
    }

    /** Reads back what a command's metadata says about its sender; empty if it says nothing that makes sense. */
    static Optional<Sender> of(MetaData metadata) {
        if (Trail.roleIn(metadata).filter(Trail.SYSTEM::equals).isPresent()) {
            return Optional.of(SYSTEM);
        }
        if (!(metadata.get(BOUNDS) instanceof String bounds)) {
            return Optional.empty();
        }
        return Trail.accountIn(metadata)
                .flatMap(account ->
                        Identity.ofClaims(account, List.of(bounds.split(" ", -1))).grants().values().stream()
                                .<Sender>map(grant -> new Holder(account, grant))
                                .findFirst());
    }
}
