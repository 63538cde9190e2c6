package com.hotpotspot.query.projection;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.Event;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.events.json.LaterRevisionException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An event that cannot be taken in, whenever it is tried.
 *
 * @param reason at most {@value #LONGEST} characters. It names what failed and the place in the program, and never the
 *     message of an exception, which may repeat what the event says
 */
record Fault(long position, String stream, String type, String reason) {

    private static final int LONGEST = 500;
    private static final int DEEPEST = 50;
    private static final String OURS = "com.hotpotspot.";

    static Fault of(Recorded recorded, RuntimeException failure) {
        return of(recorded.position(), recorded.stream(), recorded.event().getClass(), failure);
    }

    static Fault of(long position, String stream, Class<? extends Event> event, RuntimeException failure) {
        return new Fault(position, stream, typeOf(event), reason(failure));
    }

    /** Of an event that could be taken in if one before it in its stream had been. */
    static Fault after(String stream, long position, Class<? extends Event> event) {
        return new Fault(position, stream, typeOf(event), "comes after a parked event of the same stream");
    }

    private static String typeOf(Class<? extends Event> event) {
        return EventTypes.of(event).orElseThrow().name();
    }

    /**
     * Whether it is the event that fails and not what the projection stands on. In doubt it is not: a projection that
     * waits can go on later, but what was parked while the disk was full is missing from the figures.
     */
    static boolean isOfTheEvent(RuntimeException failure) {
        return !Thread.currentThread().isInterrupted() && causes(failure).noneMatch(Fault::isOfTheOutside);
    }

    private static boolean isOfTheOutside(Throwable cause) {
        return switch (cause) {
            case SQLException refusal -> !isOfTheData(refusal);
            case EventLogUnavailableException e -> true;
            case LaterRevisionException e -> true;
            case TransactionException e -> true;
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case NonTransientDataAccessResourceException e -> true;
            case InterruptedException e -> true;
            case Error e -> true;
            default -> false;
        };
    }

    /**
     * What PostgreSQL refuses because of the values: 21 too many rows for one statement, 22 data that a type cannot
     * hold, 23 a constraint, 54000 a row that is too large for its index. Everything else is about the server, the
     * connection, rights or another transaction.
     */
    private static boolean isOfTheData(SQLException refusal) {
        String state = refusal.getSQLState();
        return state != null
                && (state.startsWith("21")
                        || state.startsWith("22")
                        || state.startsWith("23")
                        || state.equals("54000"));
    }

    private static String reason(RuntimeException failure) {
        String what =
                causes(failure).reduce((outer, inner) -> inner).map(Fault::what).orElseThrow();
        String reason = what + place(failure);
        return reason.substring(0, Math.min(LONGEST, reason.length()));
    }

    private static String what(Throwable root) {
        return switch (root) {
            case SQLException refusal -> "the database refused it (SQLSTATE " + refusal.getSQLState() + ")";
            case InvalidValue invalid -> "InvalidValue (" + invalid.field() + ")";
            default -> root.getClass().getSimpleName();
        };
    }

    /** Where in our own code it happened, as deep down as can be told. */
    private static String place(RuntimeException failure) {
        return causes(failure)
                .map(cause -> Arrays.stream(cause.getStackTrace())
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
                        .findFirst()
                        .orElse(""))
                .reduce("", (outer, inner) -> inner.isEmpty() ? outer : inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
