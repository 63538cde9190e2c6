package com.hotpotspot.command.web;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.ProblemDocument;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.bearer.IssuerAwayException;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogBusyException;
import com.hotpotspot.eventlog.LogCutShortException;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns everything that can go wrong into a problem document (RFC 9457) with a stable code. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final HttpHeaders CLOSING = header(HttpHeaders.CONNECTION, "close");
    private final ProblemDocuments documents;
    private final MessagePages pages;
    private final LineBudget lines;
    private final LineBudget outages;

    Problems(ProblemDocuments documents, MessagePages pages, Limits limits) {
        this.documents = documents;
        this.pages = pages;
        this.lines = new LineBudget(limits.logLines().perMinute());
        this.outages = new LineBudget(limits.logLines().perMinute());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onRefused(CommandRefused refused, WebRequest request) {
        return problem(refused.code(), refused.reason(), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onInvalid(InvalidValue invalid, WebRequest request) {
        FieldProblem field = FieldProblem.of(invalid.field(), invalid.reason());
        return problem(GeneralCode.INVALID_CONTENT, field.message(), List.of(field), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onInvalid(InvalidContentException invalid, WebRequest request) {
        return problem(GeneralCode.INVALID_CONTENT, String.valueOf(invalid.getMessage()), invalid.fields(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooLarge(BodyTooLargeException tooLarge, WebRequest request) {
        return problem(GeneralCode.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadable(UnreadableRequestException unreadable, WebRequest request) {
        return problem(unreadable.code(), String.valueOf(unreadable.getMessage()), unreadable.headers(), request);
    }

    /** Of a form, which the server reads by itself where it is first asked for a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadableForm(InvalidParameterException unreadable, WebRequest request) {
        if (unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return problem(GeneralCode.CONTENT_TOO_LARGE, "The form is too large.", List.of(), request);
        }
        return problem(GeneralCode.BAD_REQUEST, "The form cannot be read.", CLOSING, request);
    }

    /** There may be more of the body to come, which nobody waits for. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooSlow(TooSlowException slow, WebRequest request) {
        return problem(GeneralCode.REQUEST_TIMEOUT, String.valueOf(slow.getMessage()), CLOSING, request);
    }

    /** Where a body is no JSON as a whole, and is read here and not by the framework. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onBroken(BadRequestException broken, WebRequest request) {
        return problem(
                GeneralCode.BAD_REQUEST,
                "The body cannot be read: it does not come in the parts that it says.",
                CLOSING,
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooMuch(TooMuchUnderWayException tooMuch, WebRequest request) {
        return problem(
                tooMuch.isOfSender() ? GeneralCode.TOO_MANY_REQUESTS : GeneralCode.OVERLOADED,
                String.valueOf(tooMuch.getMessage()),
                header(HttpHeaders.RETRY_AFTER, Long.toString(tooMuch.retryAfterSeconds())),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onIdempotencyKey(IdempotencyKeyException refused, WebRequest request) {
        return problem(refused.code(), String.valueOf(refused.getMessage()), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onConcurrency(ConcurrencyException conflict, WebRequest request) {
        return problem(
                GeneralCode.CONCURRENT_CHANGE,
                "Somebody changed the same thing at the same time; look at it and try again.",
                List.of(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onBusy(LogBusyException busy, WebRequest request) {
        return unavailable(CommandCode.LOG_BUSY, "Too many commands are waiting for the log; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onCutShort(LogCutShortException cutShort, WebRequest request) {
        LOG.error("The log is cut short: {}", cutShort.getMessage());
        return unavailable(CommandCode.LOG_CUT_SHORT, String.valueOf(cutShort.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnavailable(EventLogUnavailableException unavailable, WebRequest request) {
        warnOfOutage("log", unavailable);
        return unavailable(CommandCode.LOG_UNAVAILABLE, "The log cannot be reached; try again.", request);
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, IssuerAwayException.class})
    @Nullable
    ResponseEntity<Object> onUnavailable(Exception unavailable, WebRequest request) {
        String what = unavailable instanceof IssuerAwayException ? "issuer of access tokens" : "database";
        warnOfOutage(what, unavailable);
        return unavailable(GeneralCode.UNAVAILABLE, "The " + what + " cannot be reached; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onNotReady(NotReadyException notReady, WebRequest request) {
        return unavailable(GeneralCode.NOT_READY, String.valueOf(notReady.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnauthenticated(UnauthenticatedException unknown, WebRequest request) {
        return problem(
                GeneralCode.UNAUTHENTICATED,
                String.valueOf(unknown.getMessage()),
                header(HttpHeaders.WWW_AUTHENTICATE, unknown.challenge()),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAccessDenied(AccessDeniedException denied, WebRequest request) {
        return problem(GeneralCode.FORBIDDEN, "None of the caller's roles may do this.", List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooManyRequests(TooManyRequestsException tooMany, WebRequest request) {
        return problem(
                tooMany.code(),
                String.valueOf(tooMany.getMessage()),
                header(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds())),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAnythingElse(Exception failure, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("Somebody went away before they were answered", failure);
            return null;
        }
        if (lines.allows()) {
            LOG.error("A request failed in a way nobody thought of ({} more were left out)", lines.keptBack(), failure);
        }
        return problem(
                GeneralCode.INTERNAL_ERROR, "Something went wrong on our side; it was logged.", List.of(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case BodyTooLargeException tooLarge -> {
                    return onTooLarge(tooLarge, request);
                }
                case TooSlowException slow -> {
                    return onTooSlow(slow, request);
                }
                case TooMuchUnderWayException tooMuch -> {
                    return onTooMuch(tooMuch, request);
                }
                case MalformedJsonException malformed -> {
                    return onMalformed(malformed, request);
                }
                case ListTooLongException tooLong -> {
                    return onInvalid(new InvalidContentException(List.of(tooLong.problem())), request);
                }
                case InvalidValue invalid -> {
                    return onInvalid(invalid, request);
                }
                default -> {}
            }
        }
        return onMalformed(MalformedJsonException.of(unreadable.getCause()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onMalformed(MalformedJsonException malformed, WebRequest request) {
        return problem(GeneralCode.MALFORMED_JSON, String.valueOf(malformed.getMessage()), List.of(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> FieldProblem.of(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return onInvalid(new InvalidContentException(fields), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest http && Astray.is(http.getRequest())) {
            return pages.nothingHere(http.getRequest(), HttpStatus.NOT_FOUND);
        }
        ProblemDocument problem = documents.nothingAt(missing.getRequestURL());
        return breaksOff(request) ? null : answer(problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return breaksOff(request) ? null : super.handleExceptionInternal(failure, body, headers, status, request);
    }

    /** Whether the answer had begun, so that no other can be given; it ends without being whole. */
    private static boolean breaksOff(WebRequest request) {
        if (request instanceof ServletWebRequest http
                && http.getResponse() != null
                && http.getResponse().isCommitted()) {
            http.getRequest().setAttribute(ProblemDocuments.BROKEN_OFF, true);
            return true;
        }
        return false;
    }

    /** What the framework refuses has the form of everything that is refused. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) {
            return new ResponseEntity<>(body, headers, status);
        }
        String detail = problem.getDetail();
        return answer(detail == null ? documents.of(status) : documents.of(status, detail), headers, request);
    }

    private static ResponseEntity<Object> answer(ProblemDocument problem, HttpHeaders headers, WebRequest request) {
        HttpHeaders complete = new HttpHeaders(headers);
        // Whoever cannot read their own header Accept is told so, too.
        complete.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ProblemDocument placed = request instanceof ServletWebRequest http
                ? problem.at(http.getRequest().getRequestURI())
                : problem;
        return new ResponseEntity<>(placed, complete, HttpStatusCode.valueOf(problem.status()));
    }

    private @Nullable ResponseEntity<Object> unavailable(PublicCode code, String detail, WebRequest request) {
        return problem(code, detail, header(HttpHeaders.RETRY_AFTER, "1"), request);
    }

    private static HttpHeaders header(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    private @Nullable ResponseEntity<Object> problem(
            PublicCode code, String detail, HttpHeaders headers, WebRequest request) {
        return breaksOff(request) ? null : answer(documents.of(code, detail, List.of()), headers, request);
    }

    private @Nullable ResponseEntity<Object> problem(
            PublicCode code, String detail, List<FieldProblem> fields, WebRequest request) {
        return breaksOff(request) ? null : answer(documents.of(code, detail, fields), new HttpHeaders(), request);
    }

    private void warnOfOutage(String what, Exception unavailable) {
        if (outages.allows()) {
            LOG.warn(
                    "The {} cannot be reached: {} ({} more were left out)",
                    what,
                    NestedExceptionUtils.getMostSpecificCause(unavailable).toString(),
                    outages.keptBack());
        }
    }
}
