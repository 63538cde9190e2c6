package com.hotpotspot.query.audit;

import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.layout.InNavigation;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.web.BlockingWork;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.verifier.check.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The audit log's page, where proofs are got and checked. */
@Pages
final class AuditPage {

    private final AuditQueries audit;
    private final Clock clock;
    private final BlockingWork blocking;

    AuditPage(AuditQueries audit, Clock clock, BlockingWork blocking) {
        this.audit = audit;
        this.clock = clock;
        this.blocking = blocking;
    }

    @GetMapping("/audit")
    @InNavigation("audit.title")
    @OpenToFranchisees
    String show(ServerWebExchange exchange, Model model) {
        String typed = Parameters.ofPage(exchange).text("position");
        return shown(typed == null ? null : Parameters.ungrouped(typed), model);
    }

    /** Nothing is changed by it; the two texts are too long for an address. */
    @PostMapping("/audit")
    @OpenToFranchisees
    Mono<String> check(ServerWebExchange exchange, Model model) {
        return exchange.getFormData().publishOn(blocking.scheduler()).map(form -> {
            if (!check(form, model)) {
                exchange.getResponse().setStatusCode(HttpStatus.BAD_REQUEST);
            }
            return "audit";
        });
    }

    /** @param position null for none */
    private String shown(@Nullable String position, Model model) {
        model.addAttribute("view", AuditView.of(audit.report(), audit.sealing(), clock.instant()));
        model.addAttribute("asked", position == null ? "" : position);
        if (position != null) {
            audit.proof(Parameters.position("position", position))
                    .map(TlogProof::toString)
                    .ifPresent(proof -> model.addAttribute("proof", proof));
        }
        return "audit";
    }

    /**
     * Checks, and keeps the form as it was sent, whatever it holds.
     *
     * @param form with the event and the proof
     * @return whether there was something to check
     */
    private boolean check(MultiValueMap<String, String> form, Model model) {
        String event = text(form, "event").strip();
        // Browsers send line feeds as two characters, and people lose the last one.
        String proof = text(form, "proof").replace("\r\n", "\n").strip();
        model.addAttribute("event", event);
        model.addAttribute("given", proof);
        shown(null, model);
        if (event.isEmpty() || proof.isEmpty()) {
            model.addAttribute("lacking", event.isEmpty() ? "event" : "proof");
            return false;
        }
        Verdict verdict =
                audit.check(event.getBytes(StandardCharsets.UTF_8), (proof + "\n").getBytes(StandardCharsets.UTF_8));
        model.addAttribute("verdict", verdict);
        return true;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String text = form.getFirst(name);
        return text == null ? "" : text;
    }
}
