package com.hotpotspot.command.secondfactor;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What somebody signs in with once who has lost their authenticator.
 *
 * @param value 80 random bits in base32, in capitals and without hyphens
 */
public record RecoveryCode(String value) {

    /** How many somebody is given. */
    static final int NUMBER = 10;

    private static final int BYTES = 10;
    private static final int LONGEST_TYPED = 64;
    private static final Pattern FORM = Pattern.compile("[A-Z2-7]{16}");
    private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");
    private static final SecureRandom RANDOM = new SecureRandom();

    static List<RecoveryCode> random() {
        return Stream.generate(() -> {
                    byte[] bytes = new byte[BYTES];
                    RANDOM.nextBytes(bytes);
                    return new RecoveryCode(Base32.encode(bytes));
                })
                .distinct()
                .limit(NUMBER)
                .toList();
    }

    /** What somebody typed, with hyphens and spaces or without, in capitals or not; empty if it can be none. */
    static Optional<RecoveryCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        return Optional.of(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT))
                .filter(code -> FORM.matcher(code).matches())
                .map(RecoveryCode::new);
    }

    /** As it is written down: {@code ABCD-EFGH-IJKL-MNOP}. */
    public String written() {
        return GROUP.matcher(value).replaceAll("-");
    }

    /** Never the code, so that no log line can hold it. */
    @Override
    public String toString() {
        return "a code to recover with";
    }
}
