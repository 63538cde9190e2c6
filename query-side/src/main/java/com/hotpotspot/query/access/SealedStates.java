package com.hotpotspot.query.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only this process can have written and only it can read, in the form of an OAuth {@code state}: AES-256-GCM
 * under a key that is made at the start and never leaves. A sign-in that was begun before a restart is begun anew.
 */
final class SealedStates {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 2_000;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{40," + LONGEST + "}");

    private final SecretKeySpec key;
    private final AtomicLong sealed = new AtomicLong();

    SealedStates() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        key = new SecretKeySpec(bytes, "AES");
    }

    String seal(BegunSignIn signIn) {
        byte[] iv = ByteBuffer.allocate(IV_BYTES)
                .putLong(sealed.getAndIncrement()) // of one key, none comes twice
                .array();
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, iv, written(signIn)).orElseThrow();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(IV_BYTES + secret.length)
                        .put(iv)
                        .put(secret)
                        .array());
    }

    /** Empty for whatever was not written here. */
    Optional<BegunSignIn> open(String state) {
        if (!FORM.matcher(state).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(decoded(state));
        if (bytes.remaining() < IV_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] iv = new byte[IV_BYTES];
        bytes.get(iv);
        byte[] secret = new byte[bytes.remaining()];
        bytes.get(secret);
        return crypt(Cipher.DECRYPT_MODE, iv, secret).map(SealedStates::read);
    }

    private static byte[] decoded(String state) {
        try {
            return Base64.getUrlDecoder().decode(state);
        } catch (IllegalArgumentException cutOff) {
            return new byte[0];
        }
    }

    private Optional<byte[]> crypt(int mode, byte[] iv, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
            return Optional.of(cipher.doFinal(content));
        } catch (AEADBadTagException forged) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    private static byte[] written(BegunSignIn signIn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(signIn.until().toEpochMilli());
            out.writeByte(signIn.slot());
            for (String text : new String[] {
                signIn.secretHash(),
                signIn.verifier(),
                signIn.nonce(),
                signIn.target().path()
            }) {
                out.writeShort(text.length());
                out.write(text.getBytes(US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static BegunSignIn read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new BegunSignIn(
                    Instant.ofEpochMilli(in.readLong()),
                    in.readByte(),
                    text(in),
                    text(in),
                    text(in),
                    Target.of(text(in)));
        } catch (IOException e) {
            throw new UncheckedIOException("sealed here, and not to be read here", e);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedShort()), US_ASCII);
    }
}
