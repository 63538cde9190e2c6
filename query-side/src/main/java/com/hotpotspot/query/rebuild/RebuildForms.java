package com.hotpotspot.query.rebuild;

import com.hotpotspot.access.Roles;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToOversight;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Parameters;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What the forms of the page lead to; what they ask for is done, and the page says what has become of it. */
@RestController
final class RebuildForms {

    private static final String REBUILD = ProjectionsPage.PATH + "/{projection}/rebuild";
    private static final String ACCEPT = ProjectionsPage.PATH + "/{projection}/versions/{versionNumber}/accept";
    private static final String DROP = ProjectionsPage.PATH + "/{projection}/versions/{versionNumber}/drop";
    private static final String RETRY = ProjectionsPage.PATH + "/{projection}/parked/{position}/retry";

    private static final String DISCARD = ProjectionsPage.PATH + "/{projection}/parked/{position}/discard";

    private final AskedRebuilds asked;
    private final BlockingWork threads;

    RebuildForms(AskedRebuilds asked, BlockingWork threads) {
        this.threads = threads;
        this.asked = asked;
    }

    @PostMapping(REBUILD)
    @Roles(Role.ADMIN)
    ResponseEntity<Void> rebuild(@PathVariable String projection, ServerWebExchange exchange) {
        Parameters.none(exchange);
        asked.begin(projection);
        return seePage("");
    }

    @PostMapping(ACCEPT)
    @Roles(Role.ADMIN)
    ResponseEntity<Void> accept(
            @PathVariable String projection, @PathVariable String versionNumber, ServerWebExchange exchange) {
        Parameters.none(exchange);
        asked.accept(projection, versionNumber);
        return seePage("");
    }

    @PostMapping(DROP)
    @Roles(Role.ADMIN)
    ResponseEntity<Void> drop(
            @PathVariable String projection, @PathVariable String versionNumber, ServerWebExchange exchange) {
        Parameters.none(exchange);
        asked.drop(projection, versionNumber);
        return seePage("");
    }

    @PostMapping(RETRY)
    @Roles(Role.ADMIN)
    ResponseEntity<Void> retry(
            @PathVariable String projection, @PathVariable String position, ServerWebExchange exchange) {
        Parameters.none(exchange);
        int taken = asked.retry(projection, position);
        return seePage(taken == 0 ? "?" + ProjectionsPage.TRIED + "=" + position : "");
    }

    @PostMapping(DISCARD)
    @Roles(Role.ADMIN)
    Mono<ResponseEntity<Void>> discard(
            @PathVariable String projection, @PathVariable String position, ServerWebExchange exchange) {
        Parameters.none(exchange);
        return exchange.getFormData().publishOn(threads.scheduler()).map(form -> {
            asked.discard(projection, position, form.getFirst("reason"), Caller.of(exchange), Channel.PAGE);
            return seePage("");
        });
    }

    /** A page that refuses a form can be loaded anew, or in another language, and is then at the form's address. */
    @GetMapping({REBUILD, ACCEPT, DROP, RETRY, DISCARD})
    @OpenToOversight
    ResponseEntity<Void> page() {
        return seePage("");
    }

    private static ResponseEntity<Void> seePage(String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(ProjectionsPage.PATH + query))
                .build();
    }
}
