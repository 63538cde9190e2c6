package com.hotpotspot.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.format.Base64Text;
import com.hotpotspot.tlog.format.FormatException;
import java.security.PublicKey;
import java.util.Arrays;

/**
 * Whom to believe, written {@code name+hash+base64}: the key's name, its id in hexadecimal, its type and public key
 * (c2sp.org/signed-note, "Verifier keys").
 */
public final class VerifierKey {

    private final KeyName name;
    private final SignatureType type;
    private final byte[] bytes;
    private final KeyId id;
    private final PublicKey publicKey;

    /** @throws FormatException if {@code bytes} are not the 32 bytes of an Ed25519 public key */
    public VerifierKey(KeyName name, SignatureType type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes.clone();
        this.publicKey = Ed25519.publicKey(bytes);
        this.id = KeyId.of(name, type, bytes);
    }

    /**
     * Reads {@code name+hash+base64}.
     *
     * @throws FormatException if it is not a verifier key, is of a type that is not supported, or its id is another
     *     than its content gives
     */
    public static VerifierKey parse(String text) {
        // Base64 may hold plus signs, a name and an id cannot.
        String[] parts = text.split("\\+", 3);
        FormatException.unless(parts.length == 3, "a verifier key is written name+hash+base64");
        KeyName name = new KeyName(parts[0]);
        KeyId id = KeyId.parse(parts[1]);
        byte[] typeAndKey = Base64Text.decode(parts[2], "the public key of a verifier key");
        FormatException.unless(typeAndKey.length > 0, "a verifier key has no public key");
        SignatureType type = SignatureType.of(typeAndKey[0]);
        VerifierKey key = new VerifierKey(name, type, Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length));
        FormatException.unless(key.id.equals(id), "a verifier key's id does not belong to its name and public key");
        return key;
    }

    public KeyName name() {
        return name;
    }

    public KeyId id() {
        return id;
    }

    public SignatureType type() {
        return type;
    }

    /** Whether both are one public key, whatever their names and types. */
    public boolean hasPublicKeyOf(VerifierKey other) {
        return Arrays.equals(bytes, other.bytes);
    }

    /** Whether {@code signature} claims to be by this key. */
    boolean isNamedIn(NoteSignature signature) {
        return name.equals(signature.name()) && id.equals(signature.keyId());
    }

    /** Whether {@code signature} is by this key and over {@code text}. */
    public boolean verifies(String text, NoteSignature signature) {
        if (!isNamedIn(signature)) {
            return false;
        }
        byte[] blob = signature.bytes();
        return switch (type) {
            case ED25519 -> Ed25519.verifies(publicKey, text.getBytes(UTF_8), blob);
            case COSIGNATURE ->
                TimestampedSignature.isOne(blob)
                        && TimestampedSignature.read(blob).verifies(publicKey, text);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** {@code name+hash+base64}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        byte[] typeAndKey = new byte[1 + bytes.length];
        typeAndKey[0] = type.identifier();
        System.arraycopy(bytes, 0, typeAndKey, 1, bytes.length);
        return "%s+%s+%s".formatted(name, id, Base64Text.encode(typeAndKey));
    }
}
