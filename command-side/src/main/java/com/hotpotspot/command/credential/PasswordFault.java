package com.hotpotspot.command.credential;

/** What keeps a text from being somebody's password. */
public enum PasswordFault {
    TOO_SHORT,
    TOO_LONG,
    /** Under which the person signs in, and which anybody may know. */
    IS_THE_NAME,
    /** One of those that guessers try first. */
    IS_COMMON
}
