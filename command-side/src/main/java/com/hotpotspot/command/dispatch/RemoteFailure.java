package com.hotpotspot.command.dispatch;

import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.RefusalCode;
import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.events.InvalidValue;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Why a command failed in another process, as it travels: exceptions do not.
 *
 * @param code the refusal's code, the invalid value's field or the missing stream, depending on the kind; else empty
 */
record RemoteFailure(Kind kind, String code, String reason) {

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
                new RemoteFailure(Kind.REFUSED, refused.code().name(), refused.reason());
            case InvalidValue invalid -> new RemoteFailure(Kind.INVALID, invalid.field(), invalid.reason());
            case ConcurrencyException concurrent -> new RemoteFailure(Kind.CONCURRENT, "", reason);
            case AggregateNotFoundException missing ->
                new RemoteFailure(Kind.STREAM_UNKNOWN, String.valueOf(missing.getAggregateIdentifier()), reason);
            case EventLogUnavailableException unavailable -> new RemoteFailure(Kind.LOG_UNAVAILABLE, "", reason);
            default ->
                new RemoteFailure(
                        AxonServerEventLog.isUnreachable(thrown) ? Kind.LOG_UNAVAILABLE : Kind.UNEXPECTED, "", reason);
        };
    }

    RuntimeException asException() {
        return switch (kind) {
            case REFUSED -> new CommandRefused(RefusalCode.valueOf(code), reason);
            case INVALID -> InvalidValue.of(code, reason);
            case CONCURRENT -> new ConcurrencyException(reason);
            case STREAM_UNKNOWN -> new AggregateNotFoundException(code, reason);
            case LOG_UNAVAILABLE -> new EventLogUnavailableException(reason, null);
            case UNEXPECTED -> new CommandExecutionException("the command's handler failed: " + reason, null);
        };
    }
}
