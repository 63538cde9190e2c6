package com.hotpotspot.query.page;

import com.hotpotspot.query.audit.AuditQueries;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.proof.TlogProof;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Puts together the audit log's page. */
@Component
final class AuditPage {

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final AuditQueries audit;
    private final Clock clock;

    AuditPage(AuditQueries audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** @param position as somebody typed it; null for none */
    String show(@Nullable String position, Model model) {
        model.addAttribute("view", AuditView.of(audit.report(), clock.instant()));
        model.addAttribute("asked", position == null ? "" : position);
        if (position != null) {
            if (!POSITION.matcher(position).matches()) {
                throw Problem.invalid("position", "must be a position of the log: a whole number from 0");
            }
            audit.proof(Long.parseLong(position))
                    .map(TlogProof::toString)
                    .ifPresent(proof -> model.addAttribute("proof", proof));
        }
        return "audit";
    }

    /** @param form with the event and the proof */
    String check(MultiValueMap<String, String> form, Model model) {
        String event = text(form, "event").strip();
        // Browsers send line feeds as two characters, and people lose the last one.
        String proof = text(form, "proof").replace("\r\n", "\n").strip() + "\n";
        Verdict verdict = audit.check(event.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8));
        model.addAttribute("event", event);
        model.addAttribute("given", proof);
        model.addAttribute("verdict", verdict);
        return show(null, model);
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        String text = form.getFirst(name);
        if (text == null || text.isBlank()) {
            throw Problem.invalid(name, "is missing");
        }
        return text;
    }
}
