package com.hotpotspot.query.web;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.ProblemDocument;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.LineBudget;
import com.hotpotspot.limits.TooMuchUnderWayException;
import com.hotpotspot.limits.TooSlowException;
import com.hotpotspot.query.language.Reader;
import com.hotpotspot.query.projection.BeingFilledException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webflux.autoconfigure.error.AbstractErrorWebExceptionHandler;
import org.springframework.boot.webflux.error.ErrorAttributes;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Turns whatever goes wrong, wherever it does, into a problem document, or into a page where a browser asked for a
 * page.
 */
@Component
@Order(-2) // before Boot's own, which answers in another shape
final class ProblemHandler extends AbstractErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Of which a page has a title. */
    private static final Set<Integer> TITLED = Set.of(400, 401, 403, 404, 413, 429, 500, 503, 504);

    private final PageAssets assets;
    private final LineBudget failures;
    private final LineBudget brokenOff;
    private final LineBudget missing;

    ProblemHandler(
            ErrorAttributes errors,
            WebProperties properties,
            ApplicationContext context,
            ServerCodecConfigurer codecs,
            ObjectProvider<ViewResolver> viewResolvers,
            PageAssets assets,
            Limits limits) {
        super(errors, properties.getResources(), context);
        this.assets = assets;
        this.failures = new LineBudget(limits.logLines().perMinute());
        this.brokenOff = new LineBudget(limits.logLines().perMinute());
        this.missing = new LineBudget(limits.logLines().perMinute());
        setMessageWriters(codecs.getWriters());
        setViewResolvers(viewResolvers.orderedStream().toList());
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        boolean begun = exchange.getResponse().isCommitted();
        return answer(exchange, error).doOnError(failure -> {
            if (begun || !isAnsweredByTheServer(exchange)) {
                tellOfNoAnswer(failure);
            } else {
                LOG.debug("The server had answered already, since what was sent is no request", failure);
            }
        });
    }

    private static boolean isAnsweredByTheServer(ServerWebExchange exchange) {
        Object response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        return response instanceof HttpServerResponse server && server.hasSentHeaders();
    }

    /**
     * An answer broke off, or none could be given. Nobody else tells of it, since the framework would with a stack
     * trace for each.
     */
    private void tellOfNoAnswer(Throwable error) {
        if (brokenOff.allows()) {
            LOG.warn(
                    "An answer broke off: {} ({} more such lines were left out)",
                    NestedExceptionUtils.getMostSpecificCause(error).toString(),
                    brokenOff.keptBack());
        }
    }

    @Override
    protected void logError(ServerRequest request, ServerResponse response, Throwable error) {
        if (response.statusCode().value() == HttpStatus.INTERNAL_SERVER_ERROR.value() && failures.allows()) {
            LOG.error(
                    "A request failed in a way nobody thought of ({} more were left out)", failures.keptBack(), error);
        }
    }

    /**
     * A database that hangs up looks to Spring like a client that does, because of the {@code EOFException} deep down,
     * and then nobody would get an answer with a meaning. So its failures are told apart before Spring looks at them.
     */
    private Mono<Void> answer(ServerWebExchange exchange, Throwable error) {
        String what = whatIsMissing(error);
        if (what == null) {
            return super.handle(exchange, problem(error));
        }
        if (missing.allows()) {
            LOG.warn(
                    "{} cannot be reached: {} ({} more such lines were left out)",
                    what,
                    NestedExceptionUtils.getMostSpecificCause(error).toString(),
                    missing.keptBack());
        }
        return super.handle(exchange, Problem.unavailable(what));
    }

    /** What it is about; of a limit, wherever in the reading of a body it was reached. */
    private static Throwable problem(Throwable error) {
        return switch (error) {
            case QueryTimeoutException e -> Problem.tookTooLong();
            case BeingFilledException e -> ProjectionCode.filling();
            default ->
                switch (NestedExceptionUtils.getMostSpecificCause(error)) {
                    case DataBufferLimitException e -> Problem.tooLarge();
                    case TooSlowException slow -> slow;
                    case TooMuchUnderWayException tooMuch -> tooMuch;
                    default -> error;
                };
        };
    }

    /** Requests only read, so that a transaction that cannot be ended is as good as one that cannot be begun. */
    private static @Nullable String whatIsMissing(Throwable error) {
        return switch (error) {
            case EventLogUnavailableException e -> "The event log";
            case CannotCreateTransactionException e -> "The database";
            case TransactionSystemException e -> "The database";
            case DataAccessResourceFailureException e -> "The database";
            default -> null;
        };
    }

    @Override
    protected RouterFunction<ServerResponse> getRoutingFunction(ErrorAttributes errors) {
        return RouterFunctions.route(request -> true, request -> {
            Throwable error = Objects.requireNonNull(errors.getError(request), "an error is why this is asked");
            ProblemDocument problem = document(error, request);
            return PageRequests.isForAPerson(request.exchange().getRequest())
                    ? page(problem, error, request)
                    : json(problem, error);
        });
    }

    private static Mono<ServerResponse> json(ProblemDocument problem, Throwable error) {
        return response(problem, error)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyValue(problem);
    }

    private Mono<ServerResponse> page(ProblemDocument problem, Throwable error, ServerRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("problem", problem);
        model.put("titled", TITLED.contains(problem.status()) ? Integer.toString(problem.status()) : "other");
        model.put("known", problem.code());
        if (error instanceof Problem refused) {
            refused.reason().ifPresent(reason -> model.put("known", reason));
            refused.way().ifPresent(way -> model.put("way", way));
        }
        model.put("assets", assets);
        model.put("reader", Reader.of(request.exchange()));
        return SignedInPerson.of(request.exchange())
                .doOnNext(person -> {
                    model.put("person", person);
                    if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
                        // They are, and so it is something else that did not work.
                        model.put("titled", "failed");
                    }
                })
                .then(Mono.defer(
                        () -> response(problem, error).contentType(PAGE).render("problem", model)));
    }

    private static ServerResponse.BodyBuilder response(ProblemDocument problem, Throwable error) {
        ServerResponse.BodyBuilder response = ServerResponse.status(problem.status());
        if (error instanceof ErrorResponse known) {
            AllowedMethods.tell(known, response);
        }
        switch (error) {
            case TooManyRequestsException often ->
                response.header(HttpHeaders.RETRY_AFTER, Long.toString(often.retryAfterSeconds()));
            case TooMuchUnderWayException tooMuch ->
                response.header(HttpHeaders.RETRY_AFTER, Long.toString(tooMuch.retryAfterSeconds()));
            // Nobody waits for the rest of what was sent.
            case TooSlowException slow -> response.header(HttpHeaders.CONNECTION, "close");
            case Problem refused ->
                refused.challenge().ifPresent(how -> response.header(HttpHeaders.WWW_AUTHENTICATE, how));
            default -> {}
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && !(error instanceof TooMuchUnderWayException)) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response;
    }

    private static ProblemDocument document(Throwable error, ServerRequest request) {
        ProblemDocument problem = switch (error) {
            case Problem refused -> problem(refused.code(), String.valueOf(refused.getMessage()), refused.errors());
            case TooManyRequestsException often -> problem(often.code(), String.valueOf(often.getMessage()), List.of());
            case TooSlowException slow -> ProblemDocument.ofStatus(HttpStatus.REQUEST_TIMEOUT.value(), Instant.now());
            case TooMuchUnderWayException tooMuch ->
                problem(
                        tooMuch.isOfSender() ? GeneralCode.TOO_MANY_REQUESTS : GeneralCode.OVERLOADED,
                        String.valueOf(tooMuch.getMessage()),
                        List.of());
            case ErrorResponse known -> ofFramework(known, request);
            default ->
                problem(
                        GeneralCode.INTERNAL_ERROR,
                        "Something went wrong here, and it is in the server's log.",
                        List.of());
        };
        return problem.at(request.requestPath().value());
    }

    private static ProblemDocument problem(PublicCode code, String detail, List<FieldProblem> errors) {
        return ProblemDocument.of(code, detail, errors, Instant.now());
    }

    private static ProblemDocument ofFramework(ErrorResponse error, ServerRequest request) {
        int status = error.getStatusCode().value();
        if (status == HttpStatus.NOT_FOUND.value()) {
            return ProblemDocument.nothingAt(request.path(), Instant.now());
        }
        String detail = error.getBody().getDetail();
        // The header tells which methods there are; the framework does not know all of them.
        return detail == null || status == HttpStatus.METHOD_NOT_ALLOWED.value()
                ? ProblemDocument.ofStatus(status, Instant.now())
                : ProblemDocument.ofStatus(status, detail, Instant.now());
    }
}
