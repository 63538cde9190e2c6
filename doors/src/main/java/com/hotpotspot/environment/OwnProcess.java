package com.hotpotspot.environment;

import java.net.SocketException;
import java.util.Locale;

/** A side that is a process of its own. */
public final class OwnProcess {

    private static final int CANNOT_START = 1;
    private static final String BINDING = "Failed to bind properties under";

    private OwnProcess() {}

    /**
     * Starts a side; if it does not start, ends the process with code 1 and one line that begins with <em>Error:</em>,
     * on standard error and after all that the log has to say about it, as the standalone does.
     *
     * @param side what it is called
     */
    public static void run(String side, Runnable start) {
        // Libraries, too, then write the digits 0 to 9 and English, whatever the machine's own language.
        Locale.setDefault(Locale.ROOT);
        Carriers.shareProcessors();
        try {
            start.run();
        } catch (RuntimeException e) {
            System.err.println("Error: The " + side + " does not start: " + reason(e));
            System.exit(CANNOT_START);
        }
    }

    /** In one line. What is innermost says most, unless it is a socket's, which does not say where it should lead. */
    public static String reason(Throwable failure) {
        Throwable innermost = failure;
        String setting = "";
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (!(cause instanceof SocketException)) {
                innermost = cause;
            }
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith(BINDING)) {
                setting = message + ": ";
            }
        }
        String message = innermost.getMessage();
        String told = message == null ? innermost.getClass().getSimpleName() : message;
        return (told.startsWith(BINDING) ? told : setting + told)
                .replaceAll("\\s+", " ")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?")
                .strip();
    }
}
