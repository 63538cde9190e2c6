package com.hotpotspot.command.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.sale.CheckId;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/** What one version of the secret makes: codes under the secret itself, QR texts under a key derived from it. */
final class CodeKey {

    private static final int CODE_LENGTH = 10;

    /** A label ends with a character that no id holds, so that one label's texts are never another's. */
    private static final String CODE_LABEL = "hotpotspot/claim-code/1\0";

    private static final String QR_KEY_LABEL = "hotpotspot/check-qr/1\0";

    /** Signed JSON Web Signatures have this header and no other, so nobody chooses an algorithm for us (RFC 8725). */
    private static final String HEADER = base64("{\"alg\":\"HS256\",\"typ\":\"hps-check\"}".getBytes(UTF_8)) + '.';

    private final Hmac codes;
    private final Hmac qrTexts;

    CodeKey(byte[] secret) {
        codes = new Hmac(secret);
        qrTexts = new Hmac(codes.of(QR_KEY_LABEL));
    }

    ClaimCode codeOf(CheckId check) {
        return new ClaimCode(Crockford.encode(codes.of(CODE_LABEL + check.value()), CODE_LENGTH));
    }

    String qrText(CheckId check, ClaimCode code) {
        TreeMap<String, String> payload = new TreeMap<>();
        payload.put("c", check.value());
        payload.put("k", code.reveal());
        String signed = HEADER + base64(EventJson.metadata(payload));
        return signed + '.' + signature(signed);
    }

    /** Nothing of a text is looked into before its signature holds; after that it is one of ours. */
    Optional<ScannedCheck> readQr(String text) {
        int end = text.lastIndexOf('.');
        if (!text.startsWith(HEADER) || end < HEADER.length()) {
            return Optional.empty();
        }
        String signed = text.substring(0, end);
        // The texts are compared, not what they decode to: the last character has bits that decoders ignore.
        if (!sameText(signature(signed), text.substring(end + 1))) {
            return Optional.empty();
        }
        var payload = EventJson.readMetadata(Base64.getUrlDecoder().decode(signed.substring(HEADER.length())));
        CheckId check = new CheckId(payload.getOrDefault("c", ""));
        return Optional.of(new ScannedCheck(check, new ClaimCode(payload.getOrDefault("k", ""))));
    }

    /** Takes as long whichever characters differ. */
    static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    private String signature(String signed) {
        return base64(qrTexts.of(signed));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
