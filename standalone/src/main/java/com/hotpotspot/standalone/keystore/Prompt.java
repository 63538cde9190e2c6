package com.hotpotspot.standalone.keystore;

import com.hotpotspot.keystore.Passphrase;
import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

/** Asks whoever sits there for a passphrase. */
interface Prompt {

    /**
     * What was typed, without an echo; empty if nobody sits there.
     *
     * @throws com.hotpotspot.keystore.KeystoreException if it can be no passphrase
     */
    Optional<Passphrase> ask(String question);

    @SuppressWarnings("SystemConsoleNull") // Java 21 answers null where there is no console
    static Prompt console() {
        return question -> {
            Console console = System.console();
            char[] typed = console == null ? null : console.readPassword("%s", question);
            if (typed == null) {
                return Optional.empty();
            }
            try {
                return Optional.of(Passphrase.of(typed));
            } finally {
                Arrays.fill(typed, '\0');
            }
        };
    }
}
