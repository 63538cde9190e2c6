package com.hotpotspot.keystore;

/** A keystore, or its passphrase, cannot be used. The message is one line for an operator and holds no secret. */
public final class KeystoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong, for whoever acts on it. */
    public enum Reason {
        /** There is no such file. */
        MISSING,
        /** There is one already, where a new one was to be made. */
        ALREADY_THERE,
        /** The file's mode lets others than its owner at it. */
        OPEN_TO_OTHERS,
        /** The passphrase does not open the file, or somebody changed the file on purpose. */
        WRONG_PASSPHRASE,
        /** The file is no keystore, or no longer a whole one. */
        DAMAGED,
        /** A newer build wrote it. */
        UNKNOWN_FORMAT,
        /** Opening it would take more memory or time than any keystore of ours. */
        TOO_COSTLY,
        /** The passphrase is too short, too long or not text. */
        UNUSABLE_PASSPHRASE,
        /** The file system refuses. */
        NOT_ACCESSIBLE
    }

    private final Reason reason;

    KeystoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    KeystoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
