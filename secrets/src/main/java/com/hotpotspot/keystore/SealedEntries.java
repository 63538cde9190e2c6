package com.hotpotspot.keystore;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.keystore.KeystoreException.Reason;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The bytes of a keystore file and back, as {@link Keystore} describes them. The key of the file read or written last
 * is kept, since it costs most of the time; a change of the file changes the salt and with it the key.
 */
final class SealedEntries {

    static final int MOST_BYTES = 1 << 20;

    private static final String FORMAT = "hotpotspot-keystore";
    private static final String CIPHER = "AES-256-GCM";
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    private static final int DIGEST_BYTES = 32;

    private final Passphrase passphrase;
    private @Nullable StretchedKey last;

    SealedEntries(Passphrase passphrase) {
        this.passphrase = passphrase;
    }

    /** The first line of the file. */
    private record Header(Argon2Cost argon2id, String cipher, String format, String nonce, String salt, int version) {

        private Header {
            Objects.requireNonNull(argon2id);
            Objects.requireNonNull(cipher);
            Objects.requireNonNull(nonce);
            Objects.requireNonNull(salt);
        }
    }

    private record StretchedKey(Argon2Cost cost, String salt, SecretKeySpec key) {}

    byte[] seal(Entries entries, Argon2Cost cost) {
        byte[] salt = random(SALT_BYTES);
        byte[] nonce = random(NONCE_BYTES);
        Header header = new Header(cost, CIPHER, FORMAT, base64(nonce), base64(salt), VERSION);
        byte[] line = (new String(EventJson.mapper().writeValueAsBytes(header), UTF_8) + '\n').getBytes(UTF_8);
        byte[] plain = entries.toJson();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, header, nonce, salt, line).doFinal(plain);
            byte[] content = Arrays.copyOf(line, line.length + sealed.length + DIGEST_BYTES);
            System.arraycopy(sealed, 0, content, line.length, sealed.length);
            int end = line.length + sealed.length;
            System.arraycopy(sha256(content, end), 0, content, end, DIGEST_BYTES);
            return content;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** @param file where the content is from, for messages */
    Opened open(byte[] content, Object file) {
        int lineEnd = indexOfLineEnd(content, file);
        byte[] line = Arrays.copyOf(content, lineEnd + 1);
        Header header = header(line, file);
        int end = content.length - DIGEST_BYTES;
        if (end <= lineEnd
                || !Arrays.equals(sha256(content, end), Arrays.copyOfRange(content, end, content.length))
                || !header.cipher().equals(CIPHER)) {
            throw damaged(file);
        }
        if (!header.argon2id().isBearable()) {
            throw new KeystoreException(
                    Reason.TOO_COSTLY, "The keystore %s asks for absurd costs: %s".formatted(file, header.argon2id()));
        }
        byte[] plain = decrypt(header, line, Arrays.copyOfRange(content, lineEnd + 1, end), file);
        try {
            return new Opened(Entries.fromJson(plain), header.argon2id());
        } catch (JacksonException | IllegalArgumentException e) {
            // Neither message nor cause, which might quote what was sealed.
            throw new KeystoreException(
                    Reason.DAMAGED, "The keystore %s holds something else than secrets".formatted(file));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    record Opened(Entries entries, Argon2Cost cost) {}

    private byte[] decrypt(Header header, byte[] line, byte[] sealed, Object file) {
        try {
            byte[] nonce = unbase64(header.nonce(), NONCE_BYTES);
            byte[] salt = unbase64(header.salt(), SALT_BYTES);
            return cipher(Cipher.DECRYPT_MODE, header, nonce, salt, line).doFinal(sealed);
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        } catch (AEADBadTagException e) {
            throw new KeystoreException(
                    Reason.WRONG_PASSPHRASE,
                    "The passphrase does not open the keystore %s, or somebody changed the file".formatted(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    private Cipher cipher(int mode, Header header, byte[] nonce, byte[] salt, byte[] line)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(header, salt), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(line);
        return cipher;
    }

    private SecretKeySpec key(Header header, byte[] salt) {
        StretchedKey known = last;
        if (known == null
                || !known.salt().equals(header.salt())
                || !known.cost().equals(header.argon2id())) {
            byte[] bytes = header.argon2id().stretch(passphrase, salt, KEY_BYTES);
            known = new StretchedKey(header.argon2id(), header.salt(), new SecretKeySpec(bytes, "AES"));
            Arrays.fill(bytes, (byte) 0);
            last = known;
        }
        return known.key();
    }

    private static Header header(byte[] line, Object file) {
        try {
            JsonNode json = EventJson.mapper().readTree(line);
            if (!json.path("format").asString("").equals(FORMAT)
                    || !json.path("version").isIntegralNumber()) {
                throw damaged(file);
            }
            if (json.path("version").asLong() != VERSION) {
                throw new KeystoreException(
                        Reason.UNKNOWN_FORMAT,
                        String.format(
                                Locale.ROOT,
                                "The keystore %s is of format %s; this build knows format %d",
                                file,
                                json.path("version"),
                                VERSION));
            }
            return EventJson.mapper().treeToValue(json, Header.class);
        } catch (JacksonException e) {
            throw damaged(file);
        }
    }

    private static int indexOfLineEnd(byte[] content, Object file) {
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '\n') {
                return i;
            }
        }
        throw damaged(file);
    }

    private static KeystoreException damaged(Object file) {
        return new KeystoreException(
                Reason.DAMAGED, "%s is damaged, or is not a keystore; put it back from a backup".formatted(file));
    }

    private static byte[] sha256(byte[] content, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(content, 0, length);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] unbase64(String text, int length) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != length) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%d bytes instead of %d", bytes.length, length));
        }
        return bytes;
    }
}
