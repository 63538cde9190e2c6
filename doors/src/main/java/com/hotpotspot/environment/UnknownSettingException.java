package com.hotpotspot.environment;

/** Somebody gave a setting that there is not; the message says in one line which, and which one they may have meant. */
public final class UnknownSettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownSettingException(String message) {
        super(message);
    }
}
