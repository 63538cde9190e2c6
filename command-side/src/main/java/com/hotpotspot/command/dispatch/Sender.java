package com.hotpotspot.command.dispatch;

import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.AccountId;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;

/** On whose behalf a command is sent. */
public sealed interface Sender {

    /** The system itself, when something has become due; never whoever comes through a door. */
    Sender SYSTEM = new TheSystem();

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

        private static final String NAME = "system";
        private static final AccountId ACCOUNT = new AccountId(NAME);

        @Override
        public AccountId account() {
            return ACCOUNT;
        }

        @Override
        public String role() {
            return NAME;
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
        if (TheSystem.NAME.equals(metadata.get(Trail.ROLE))) {
            return Optional.of(SYSTEM);
        }
        if (metadata.get(Trail.ACCOUNT) instanceof String account
                && metadata.get(Trail.BOUNDS) instanceof String bounds) {
            AccountId id = new AccountId(account);
            return Identity.ofClaims(id, List.of(bounds.split(" ", -1))).grants().values().stream()
                    .<Sender>map(grant -> new Holder(id, grant))
                    .findFirst();
        }
        return Optional.empty();
    }
}
