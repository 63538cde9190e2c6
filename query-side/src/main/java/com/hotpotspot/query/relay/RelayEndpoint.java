package com.hotpotspot.query.relay;

import com.hotpotspot.access.OpenToSignedIn;
import com.hotpotspot.query.access.PersonsToken;
import com.hotpotspot.query.access.Target;
import com.hotpotspot.query.projection.ReachedPositions;
import com.hotpotspot.query.relay.Outcome.Refusal;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Where the forms of pages lead. Whatever becomes of one, the page that it came from is shown next, or the one that it
 * named for when it is done, and says so.
 */
@RestController
final class RelayEndpoint {

    static final String PATH = "/do";

    private static final String DOORS = PATH + "/{*commandDoor}";
    private static final String FIRST_PAGE = "/";
    private static final Pattern ANSWERED = Pattern.compile("\\{([A-Za-z]{1,40})}");

    private final CommandSide commandSide;
    private final PersonsToken tokens;
    private final ReachedPositions reached;
    private final RefusalTexts texts;
    private final BlockingWork threads;

    RelayEndpoint(
            CommandSide commandSide,
            PersonsToken tokens,
            ReachedPositions reached,
            RefusalTexts texts,
            BlockingWork threads) {
        this.commandSide = commandSide;
        this.tokens = tokens;
        this.reached = reached;
        this.texts = texts;
        this.threads = threads;
    }

    @PostMapping(DOORS)
    @OpenToSignedIn
    Mono<Void> pass(@PathVariable String commandDoor, ServerWebExchange exchange) {
        Parameters.none(exchange);
        CommandDoor door =
                CommandDoor.at(commandDoor).orElseThrow(() -> Problem.malformed("The command side has no such door."));
        return exchange.getFormData()
                .map(SentForm::of)
                .flatMap(form -> outcome(door, form, exchange).flatMap(outcome -> show(outcome, form, exchange)));
    }

    /** Somebody whose form was refused before it was read, and who loads the page anew, is here. */
    @GetMapping(DOORS)
    @OpenToSignedIn
    Mono<Void> elsewhere(@PathVariable String commandDoor, ServerWebExchange exchange) {
        return see(FIRST_PAGE, exchange);
    }

    private Mono<Outcome> outcome(CommandDoor door, SentForm form, ServerWebExchange exchange) {
        if (!form.unreadable().isEmpty()) {
            return Mono.just(unreadable(door, form));
        }
        return tokens.of(exchange)
                .switchIfEmpty(Mono.error(() -> Problem.unauthenticated()))
                .flatMap(token -> commandSide.send(door, form, token))
                .publishOn(threads.scheduler())
                .map(reply -> reply.isDone() ? done(door, form, reply) : refused(door, form, reply));
    }

    private Outcome unreadable(CommandDoor door, SentForm form) {
        Map<String, Mistake> wrong = new LinkedHashMap<>();
        form.unreadable().forEach((field, kind) -> wrong.put(field, Mistake.unread(kind.word())));
        return new Outcome(
                door.path(), texts.of("invalid-content"), wrong, form.entered(), Map.of(), -1, false, true, null);
    }

    /** May wait until the pages have come to where it was recorded. */
    private Outcome done(CommandDoor door, SentForm form, Reply reply) {
        boolean shown = reply.position() < 0 || reached.awaitAll(reply.position());
        return new Outcome(
                door.path(),
                null,
                Map.of(),
                form.entered(),
                reply.answered(),
                reply.position(),
                reply.replayed(),
                shown,
                null);
    }

    private Outcome refused(CommandDoor door, SentForm form, Reply reply) {
        Refusal refusal = reply.status() == 0 ? texts.ofSilence() : texts.of(reply.code());
        return new Outcome(
                door.path(),
                refusal,
                reply.mistakes(),
                form.entered(),
                Map.of(),
                -1,
                false,
                true,
                reply.leavesOpen() ? form.key() : null);
    }

    private static Mono<Void> show(Outcome outcome, SentForm form, ServerWebExchange exchange) {
        Target page = outcome.isDone() && form.next() != null
                ? Target.of(filledIn(form.next(), outcome.answered()))
                : form.back();
        String path = URI.create(page.path()).getPath();
        return exchange.getSession()
                .doOnNext(session -> Outcomes.of(session).keep(path, outcome))
                .then(see(page.path(), exchange));
    }

    /** What stands in braces is what was answered under that name. */
    private static String filledIn(String next, Map<String, String> answered) {
        return ANSWERED.matcher(next)
                .replaceAll(name -> Matcher.quoteReplacement(
                        URLEncoder.encode(answered.getOrDefault(name.group(1), ""), StandardCharsets.UTF_8)));
    }

    private static Mono<Void> see(String address, ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create(address));
        return exchange.getResponse().setComplete();
    }
}
