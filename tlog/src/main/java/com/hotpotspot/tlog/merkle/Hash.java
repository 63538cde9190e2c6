package com.hotpotspot.tlog.merkle;

import com.hotpotspot.tlog.format.Base64Text;
import com.hotpotspot.tlog.format.FormatException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 hash, plain or of a leaf or node of the tree (RFC 6962, section 2.1). Immutable. */
public final class Hash {

    /** How many bytes a hash has. */
    public static final int BYTES = 32;

    private static final MessageDigest FRESH = fresh();

    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY_TREE = sha256(new byte[0]);

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws FormatException if {@code bytes} are not 32 */
    public static Hash of(byte[] bytes) {
        FormatException.unless(bytes.length == BYTES, "a hash has 32 bytes");
        return new Hash(bytes.clone());
    }

    /** @throws FormatException if fewer than 32 bytes are left at {@code offset} */
    public static Hash of(byte[] bytes, int offset) {
        FormatException.unless(offset >= 0 && offset <= bytes.length - BYTES, "a hash has 32 bytes");
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /**
     * Reads the form that checkpoints and proofs are in.
     *
     * @param what names the hash in messages, for example {@code "the root hash"}
     * @throws FormatException if it is not the base64 of 32 bytes
     */
    public static Hash fromBase64(String text, String what) {
        byte[] bytes = Base64Text.decode(text, what);
        FormatException.unless(bytes.length == BYTES, what + " has not 32 bytes");
        return new Hash(bytes);
    }

    /**
     * Reads the form that events are in.
     *
     * @param what names the hash in messages, for example {@code "payloadSha256"}
     * @throws FormatException if it is not 64 lower-case hexadecimal digits
     */
    public static Hash fromHex(String text, String what) {
        boolean digits = text.length() == 2 * BYTES
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (!digits) {
            throw new FormatException(what + " is not 64 lower-case hexadecimal digits");
        }
        return new Hash(HEX.parseHex(text));
    }

    /** SHA-256(content). */
    public static Hash sha256(byte[] content) {
        return new Hash(digest().digest(content));
    }

    /** A digest to feed piece by piece; {@link #of(byte[])} takes its result. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of a leaf: SHA-256(0x00 || entry). */
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest sha256 = digest();
        sha256.update(LEAF);
        return new Hash(sha256.digest(entry));
    }

    /** The hash of a node: SHA-256(0x01 || left || right). */
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest sha256 = digest();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    /** The 32 bytes; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** As checkpoints and proofs write it. */
    public String base64() {
        return Base64Text.encode(bytes);
    }

    /** As events write it. */
    public String hex() {
        return HEX.formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
