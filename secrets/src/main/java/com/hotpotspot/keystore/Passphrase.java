package com.hotpotspot.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.keystore.KeystoreException.Reason;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * What opens a keystore: {@value #SHORTEST} to {@value #LONGEST} characters, none of them a control character, taken as
 * they are in UTF-8. It is wiped when closed, and never shown as text.
 */
public final class Passphrase implements AutoCloseable {

    /** Below this, guessing is too cheap whatever a single guess costs. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 1024;

    private static final int GENERATED_BYTES = 24;
    /** Of a character as Java counts them; those that take 4 bytes count as two. */
    private static final int MOST_UTF8_BYTES = 3;

    private static final int MOST_FILE_BYTES = MOST_UTF8_BYTES * LONGEST + "\r\n".length();

    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /**
     * A copy of what was typed; the caller wipes the original.
     *
     * @throws KeystoreException if it is too short, too long or not plain text
     */
    public static Passphrase of(char[] typed) {
        require(typed.length >= SHORTEST, "The passphrase must have at least " + SHORTEST + " characters");
        require(typed.length <= LONGEST, "The passphrase must have at most " + LONGEST + " characters");
        for (int i = 0; i < typed.length; i++) {
            require(
                    !Character.isISOControl(typed[i]),
                    "The passphrase must be one line of text without control characters");
            boolean pair = i + 1 < typed.length && Character.isSurrogatePair(typed[i], typed[i + 1]);
            require(pair || !Character.isSurrogate(typed[i]), "The passphrase is not whole text");
            i += pair ? 1 : 0;
        }
        return new Passphrase(typed.clone());
    }

    /**
     * The only line of a file that nobody but its owner may read.
     *
     * @throws KeystoreException if there is no such file, others may read it, or it does not hold a passphrase
     */
    public static Passphrase readFrom(Path file) {
        byte[] content = PrivateFile.named(file, "passphrase file").read(MOST_FILE_BYTES);
        CharBuffer text = CharBuffer.allocate(content.length);
        try {
            boolean whole = !UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content), text, true)
                    .isError();
            require(whole, "The passphrase file " + file + " is not text in UTF-8");
            return of(withoutLineEnd(text));
        } finally {
            Arrays.fill(content, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    /** A random one of 192 bits, in letters, digits, hyphens and underscores. */
    public static Passphrase generate() {
        byte[] random = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(random);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(random);
        char[] characters = new char[text.length];
        for (int i = 0; i < text.length; i++) {
            characters[i] = (char) text[i];
        }
        Arrays.fill(random, (byte) 0);
        Arrays.fill(text, (byte) 0);
        return new Passphrase(characters);
    }

    /**
     * Writes it to a file that nobody but its owner may read, in place of what the file held before.
     *
     * @throws KeystoreException if that is not possible
     */
    public void writeTo(Path file) {
        byte[] utf8 = utf8();
        byte[] line = Arrays.copyOf(utf8, utf8.length + 1);
        line[utf8.length] = '\n';
        try {
            PrivateFile.named(file, "passphrase file").replace(line);
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(line, (byte) 0);
        }
    }

    Passphrase copy() {
        return new Passphrase(characters.clone());
    }

    /** To be wiped by the caller. */
    byte[] utf8() {
        ByteBuffer encoded = ByteBuffer.allocate(MOST_UTF8_BYTES * characters.length);
        UTF_8.newEncoder().encode(CharBuffer.wrap(characters), encoded, true);
        try {
            return Arrays.copyOf(encoded.array(), encoded.position());
        } finally {
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
    }

    /** Whether both are the same characters; takes as long whichever differ. */
    public boolean sameAs(Passphrase other) {
        byte[] own = utf8();
        byte[] others = other.utf8();
        try {
            return MessageDigest.isEqual(own, others);
        } finally {
            Arrays.fill(own, (byte) 0);
            Arrays.fill(others, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "a passphrase";
    }

    private static char[] withoutLineEnd(CharBuffer text) {
        int end = text.position();
        if (end > 0 && text.get(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && text.get(end - 1) == '\r') {
            end--;
        }
        return Arrays.copyOf(text.array(), end);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new KeystoreException(Reason.UNUSABLE_PASSPHRASE, otherwise);
        }
    }
}
