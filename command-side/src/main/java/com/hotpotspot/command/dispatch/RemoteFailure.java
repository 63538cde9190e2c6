package com.hotpotspot.command.dispatch;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Status;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.InvalidValue;
import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Why a command failed in another process, as it travels: exceptions do not.
 *
 * @param code the invalid value's field or the missing stream, depending on the kind; else empty
 * @param refusal why the command was refused; null if that is not what happened
 */
record RemoteFailure(
        Kind kind, String code, String reason, @Nullable Refusal refusal) {

    /** A code that only a feature of the other process need know. */
    record Refusal(String name, Status status, String meaning) implements PublicCode {

        static Refusal of(PublicCode code) {
            return new Refusal(code.name(), code.status(), code.meaning());
        }
    }

    enum Kind {
        REFUSED,
        INVALID,
        CONCURRENT,
        STREAM_UNKNOWN,
        LOG_UNAVAILABLE,
        UNEXPECTED
    }

    static RemoteFailure of(Throwable thrown) {
        String reason = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case CommandRefused refused ->
                new RemoteFailure(Kind.REFUSED, "", refused.reason(), Refusal.of(refused.code()));
            case InvalidValue invalid -> new RemoteFailure(Kind.INVALID, invalid.field(), invalid.reason(), null);
            case ConcurrencyException concurrent -> new RemoteFailure(Kind.CONCURRENT, "", reason, null);
            case AggregateNotFoundException missing ->
                new RemoteFailure(Kind.STREAM_UNKNOWN, String.valueOf(missing.getAggregateIdentifier()), reason, null);
            case EventLogUnavailableException unavailable -> new RemoteFailure(Kind.LOG_UNAVAILABLE, "", reason, null);
            default ->
                new RemoteFailure(
                        AxonServerEventLog.isUnreachable(thrown) ? Kind.LOG_UNAVAILABLE : Kind.UNEXPECTED,
                        "",
                        reason,
                        null);
        };
    }

    RuntimeException asException() {
        return switch (kind) {
            case REFUSED -> new CommandRefused(Objects.requireNonNull(refusal, "a refusal has a code"), reason);
            case INVALID -> InvalidValue.of(code, reason);
            case CONCURRENT -> new ConcurrencyException(reason);
            case STREAM_UNKNOWN -> new AggregateNotFoundException(code, reason);
            case LOG_UNAVAILABLE -> new EventLogUnavailableException(reason, null);
            case UNEXPECTED -> new CommandExecutionException("the command's handler failed: " + reason, null);
        };
    }
}
