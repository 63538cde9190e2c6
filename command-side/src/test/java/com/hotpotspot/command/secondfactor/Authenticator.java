package com.hotpotspot.command.secondfactor;

import java.time.Duration;
import java.time.Instant;

/** The app on a person's phone. */
public final class Authenticator {

    private static final Duration STEP = Duration.ofSeconds(30);

    private final TotpSecret secret;

    /** @param base32 as a page shows it, with spaces */
    public Authenticator(String base32) {
        this.secret = new TotpSecret(base32.replace(" ", ""));
    }

    /** What it shows now. */
    public String code() {
        return codeAt(Instant.now());
    }

    /** What it would show if its clock were a little before. */
    public String next() {
        return codeAt(Instant.now().plus(STEP));
    }

    String codeAt(Instant instant) {
        return secret.code(TotpSecret.stepAt(instant));
    }
}
