package com.hotpotspot.query.relay;

import com.hotpotspot.query.relay.Outcome.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the sentence for a code of the command side. */
@Component
final class RefusalTexts {

    private static final String OF_COMMANDS = "refusal.";
    private static final String OF_BOTH_SIDES = "problem.";

    private final MessageSource texts;

    RefusalTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** One that this build does not know yet has a sentence that goes with all. */
    Refusal of(String code) {
        if (isThere(OF_COMMANDS, code)) {
            return new Refusal(OF_COMMANDS, code);
        }
        return isThere(OF_BOTH_SIDES, code) ? new Refusal(OF_BOTH_SIDES, code) : new Refusal(OF_COMMANDS, "other");
    }

    /** Nobody knows whether it was done. */
    Refusal ofSilence() {
        return new Refusal(OF_COMMANDS, "command-side-silent");
    }

    private boolean isThere(String beginning, String code) {
        return texts.getMessage(beginning + code, null, null, Locale.ENGLISH) != null;
    }
}
