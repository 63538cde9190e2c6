package com.hotpotspot.tlog.note;

import com.hotpotspot.tlog.format.FormatException;
import java.util.Locale;

/** The kinds of signatures that are known here, out of those that c2sp.org/signed-note lists. */
public enum SignatureType {

    /** Ed25519 over the text of the note: how a log signs. */
    ED25519(0x01),

    /** Ed25519 over the text with a time before it, {@code cosignature/v1}: how a witness signs. */
    COSIGNATURE(0x04);

    private final byte identifier;

    SignatureType(int identifier) {
        this.identifier = (byte) identifier;
    }

    byte identifier() {
        return identifier;
    }

    /** @throws FormatException if signatures of that type are not supported */
    static SignatureType of(byte identifier) {
        for (SignatureType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new FormatException(
                String.format(Locale.ROOT, "signatures of type 0x%02x are not supported", identifier));
    }
}
