package com.hotpotspot.command.web;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.verdict.RefusalCode;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.eventlog.LogBusyException;
import com.hotpotspot.eventlog.LogCutShortException;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final List<String> SUPPORTED_VERSIONS = List.of("v1");

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
        return problem(status(refused.code()), refused.code().code(), refused.reason(), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onInvalid(InvalidValue invalid, WebRequest request) {
        String detail = sentence(invalid.getMessage());
        FieldProblem field = new FieldProblem(invalid.field(), detail);
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-content", detail, List.of(field), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onInvalid(InvalidContentException invalid, WebRequest request) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid-content",
                String.valueOf(invalid.getMessage()),
                invalid.fields(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooLarge(BodyTooLargeException tooLarge, WebRequest request) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "content-too-large",
                String.valueOf(tooLarge.getMessage()),
                List.of(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadable(UnreadableRequestException unreadable, WebRequest request) {
        return problem(
                unreadable.status(),
                unreadable.code(),
                String.valueOf(unreadable.getMessage()),
                unreadable.headers(),
                request);
    }

    /** Of a form, which the server reads by itself where it is first asked for a parameter. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnreadableForm(InvalidParameterException unreadable, WebRequest request) {
        if (unreadable.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return problem(
                    HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "The form is too large.", List.of(), request);
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The form cannot be read.",
                header(HttpHeaders.CONNECTION, "close"),
                request);
    }

    /** There may be more of the body to come, which nobody waits for. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooSlow(TooSlowException slow, WebRequest request) {
        return problem(
                HttpStatus.REQUEST_TIMEOUT,
                "request-timeout",
                String.valueOf(slow.getMessage()),
                header(HttpHeaders.CONNECTION, "close"),
                request);
    }

    /** Where a body is no JSON as a whole, and is read here and not by the framework. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onBroken(BadRequestException broken, WebRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The body cannot be read: it does not come in the parts that it says.",
                header(HttpHeaders.CONNECTION, "close"),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooMuch(TooMuchUnderWayException tooMuch, WebRequest request) {
        return problem(
                tooMuch.isOfSender() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE,
                tooMuch.isOfSender() ? "too-many-requests" : "overloaded",
                String.valueOf(tooMuch.getMessage()),
                header(HttpHeaders.RETRY_AFTER, Long.toString(tooMuch.retryAfterSeconds())),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onIdempotencyKey(IdempotencyKeyException refused, WebRequest request) {
        return problem(refused.status(), refused.code(), String.valueOf(refused.getMessage()), List.of(), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onConcurrency(ConcurrencyException conflict, WebRequest request) {
        return problem(
                HttpStatus.CONFLICT,
                "concurrent-change",
                "Somebody changed the same thing at the same time; look at it and try again.",
                List.of(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onBusy(LogBusyException busy, WebRequest request) {
        return unavailable("log-busy", "Too many commands are waiting for the log; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onCutShort(LogCutShortException cutShort, WebRequest request) {
        LOG.error("The log is cut short: {}", cutShort.getMessage());
        return unavailable("log-cut-short", String.valueOf(cutShort.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnavailable(EventLogUnavailableException unavailable, WebRequest request) {
        warnOfOutage("log", unavailable);
        return unavailable("log-unavailable", "The log cannot be reached; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnavailable(DataAccessResourceFailureException unavailable, WebRequest request) {
        warnOfOutage("database", unavailable);
        return unavailable("unavailable", "The database cannot be reached; try again.", request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onNotReady(NotReadyException notReady, WebRequest request) {
        return unavailable("not-ready", String.valueOf(notReady.getMessage()), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onUnauthenticated(UnauthenticatedException unknown, WebRequest request) {
        return problem(
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                String.valueOf(unknown.getMessage()),
                header(HttpHeaders.WWW_AUTHENTICATE, unknown.challenge()),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onAccessDenied(AccessDeniedException denied, WebRequest request) {
        return problem(
                HttpStatus.FORBIDDEN,
                RefusalCode.FORBIDDEN.code(),
                "None of the caller's roles may do this.",
                List.of(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> onTooManyRequests(TooManyRequestsException tooMany, WebRequest request) {
        return problem(
                HttpStatus.TOO_MANY_REQUESTS,
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
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong on our side; it was logged.",
                List.of(),
                request);
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
        return problem(
                HttpStatus.BAD_REQUEST, "malformed-json", String.valueOf(malformed.getMessage()), List.of(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldProblem(error.getField(), String.valueOf(error.getDefaultMessage())))
                .toList();
        return onInvalid(new InvalidContentException(fields), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException missing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest http && Astray.is(http.getRequest())) {
            return pages.nothingHere(HttpStatus.NOT_FOUND);
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is nothing here.");
        if (missing.getRequestURL().matches("/api/v[0-9]+(/.*)?")
                && !missing.getRequestURL().matches("/api/v1(/.*)?")) {
            problem.setDetail("This version of the interface does not exist.");
            problem.setProperty("supportedVersions", SUPPORTED_VERSIONS);
        }
        return handleExceptionInternal(missing, problem, headers, status, request);
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

    /** Gives every problem the members that all answers have. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (!(body instanceof ProblemDetail problem)) {
            return new ResponseEntity<>(body, headers, status);
        }
        if (request instanceof ServletWebRequest http) {
            problem.setInstance(addressOf(http.getRequest().getRequestURI()));
        }
        HttpHeaders complete = new HttpHeaders(headers);
        // Whoever cannot read their own header Accept is told so, too.
        complete.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(documents.complete(problem), complete, status);
    }

    private @Nullable ResponseEntity<Object> unavailable(String code, String detail, WebRequest request) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail, header(HttpHeaders.RETRY_AFTER, "1"), request);
    }

    private static HttpHeaders header(String name, String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(name, value);
        return headers;
    }

    private @Nullable ResponseEntity<Object> problem(
            HttpStatus status, String code, String detail, HttpHeaders headers, WebRequest request) {
        return problem(status, code, detail, List.of(), headers, request);
    }

    private @Nullable ResponseEntity<Object> problem(
            HttpStatus status, String code, String detail, List<FieldProblem> fields, WebRequest request) {
        return problem(status, code, detail, fields, new HttpHeaders(), request);
    }

    private @Nullable ResponseEntity<Object> problem(
            HttpStatus status,
            String code,
            String detail,
            List<FieldProblem> fields,
            HttpHeaders headers,
            WebRequest request) {
        if (breaksOff(request)) {
            return null;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        ProblemDocuments.describe(problem, code);
        if (!fields.isEmpty()) {
            problem.setProperty("errors", fields);
        }
        return createResponseEntity(problem, headers, status, request);
    }

    private void warnOfOutage(String what, Exception unavailable) {
        if (outages.allows()) {
            LOG.warn(
                    "The {} cannot be reached: {} ({} more were left out)",
                    what,
                    rootOf(unavailable).toString(),
                    outages.keptBack());
        }
    }

    private static HttpStatus status(RefusalCode code) {
        return switch (code.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNACCEPTABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** Not everything that a path may be is an address by itself: {@code //} would begin with a host. */
    private static URI addressOf(String path) {
        try {
            return new URI(path);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String sentence(@Nullable String text) {
        return text == null ? "" : text + ".";
    }
}
