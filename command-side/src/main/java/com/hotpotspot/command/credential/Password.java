package com.hotpotspot.command.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person chose to sign in with: {@value #SHORTEST} to {@value #LONGEST} code points of any script, in the form
 * NFC, so that it is the same from whatever keyboard. Length is asked for and a list of the commonest is refused;
 * nothing is asked of which signs it is made (NIST SP 800-63B, section 3.1.1.2).
 *
 * @param value of that form
 */
public record Password(String value) {

    /** In code points. */
    public static final int SHORTEST = 12;

    /** In code points. */
    public static final int LONGEST = 128;

    /** In UTF-16 units, before anything is done with it: a letter and its marks may be several code points. */
    private static final int LONGEST_TYPED = 8 * LONGEST;

    private static final Set<String> COMMON = common();

    /** The password that somebody typed, be it one that may be chosen or not; empty if it can be nobody's. */
    public static Optional<Password> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        Password password = new Password(Normalizer.normalize(text, Normalizer.Form.NFC));
        int length = password.length();
        return length < SHORTEST || length > LONGEST ? Optional.empty() : Optional.of(password);
    }

    /**
     * Why somebody cannot choose what they typed; empty if they can.
     *
     * @param names under which they sign in
     */
    public static Optional<PasswordFault> faultOf(String typed, Collection<String> names) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        Password password = new Password(Normalizer.normalize(typed, Normalizer.Form.NFC));
        if (password.length() < SHORTEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        if (names.stream().anyMatch(password.value::equalsIgnoreCase)) {
            return Optional.of(PasswordFault.IS_THE_NAME);
        }
        return COMMON.contains(password.value.toLowerCase(Locale.ROOT))
                ? Optional.of(PasswordFault.IS_COMMON)
                : Optional.empty();
    }

    private int length() {
        return value.codePointCount(0, value.length());
    }

    private static Set<String> common() {
        try (InputStream list = Password.class.getResourceAsStream("/common-passwords.txt")) {
            return new String(
                            Objects.requireNonNull(list, "the list is in this jar")
                                    .readAllBytes(),
                            UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never the password, so that no log line can hold it. */
    @Override
    public String toString() {
        return "a password";
    }
}
