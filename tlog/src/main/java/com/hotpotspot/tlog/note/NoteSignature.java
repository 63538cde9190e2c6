package com.hotpotspot.tlog.note;

import com.hotpotspot.tlog.format.Base64Text;
import com.hotpotspot.tlog.format.FormatException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * One signature line of a note: an em dash, a space, the key's name, a space, and base64 of key id and signature. What
 * it is worth only {@link VerifierKey#verifies} says.
 */
public final class NoteSignature {

    private static final String MARK = "\u2014 ";

    private final KeyName name;
    private final KeyId keyId;
    private final byte[] bytes;

    NoteSignature(KeyName name, KeyId keyId, byte[] bytes) {
        this.name = name;
        this.keyId = keyId;
        this.bytes = bytes;
    }

    /**
     * Reads one line, without its line feed.
     *
     * @throws FormatException if it is not a signature line
     */
    public static NoteSignature parse(String line) {
        FormatException.unless(line.startsWith(MARK), "a signature line does not begin with an em dash and a space");
        int space = line.indexOf(' ', MARK.length());
        FormatException.unless(space >= 0, "a signature line has a name but no signature");
        KeyName name = new KeyName(line.substring(MARK.length(), space));
        byte[] blob = Base64Text.decode(line.substring(space + 1), "a signature");
        FormatException.unless(blob.length > Integer.BYTES, "a signature is too short");
        return new NoteSignature(
                name, new KeyId(ByteBuffer.wrap(blob).getInt()), Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }

    public KeyName name() {
        return name;
    }

    public KeyId keyId() {
        return keyId;
    }

    /** What follows the key id; for a cosignature its time and the signature. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * Seconds since 1970 at which a witness signed; empty if the signature is not shaped like a cosignature. Worth
     * nothing before the signature is verified with a key of type {@link SignatureType#COSIGNATURE}.
     */
    public OptionalLong time() {
        return TimestampedSignature.isOne(bytes)
                ? OptionalLong.of(TimestampedSignature.read(bytes).time())
                : OptionalLong.empty();
    }

    /** The line with its line feed, as notes and witnesses' answers hold it. */
    public String line() {
        byte[] blob = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .putInt(keyId.value())
                .put(bytes)
                .array();
        return MARK + name + ' ' + Base64Text.encode(blob) + '\n';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature
                && name.equals(signature.name)
                && keyId.equals(signature.keyId)
                && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return line().stripTrailing();
    }
}
