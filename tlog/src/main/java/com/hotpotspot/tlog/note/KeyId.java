package com.hotpotspot.tlog.note;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Four bytes that tell the keys of one name apart. They identify; they prove nothing. */
public record KeyId(int value) {

    /** SHA-256(name || 0x0A || signature type || public key), the first four bytes in big-endian order. */
    static KeyId of(KeyName name, SignatureType type, byte[] publicKey) {
        MessageDigest sha256 = Hash.digest();
        sha256.update(name.value().getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(type.identifier());
        return new KeyId(ByteBuffer.wrap(sha256.digest(publicKey)).getInt());
    }

    /** @throws FormatException if {@code hex} is not eight lower-case hexadecimal digits */
    static KeyId parse(String hex) {
        boolean digits =
                hex.length() == 8 && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        FormatException.unless(digits, "a key id is not eight lower-case hexadecimal digits");
        return new KeyId(HexFormat.fromHexDigits(hex));
    }

    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value);
    }
}
