package com.hotpotspot.query.page;

import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.audit.AuditQueries;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.witness.WitnessState;
import com.hotpotspot.query.witness.Witnesses;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.verifier.check.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Puts together the audit log's page. */
@Component
final class AuditPage {

    private static final Logger LOG = LoggerFactory.getLogger(AuditPage.class);

    private final AuditQueries audit;
    private final Witnesses witnesses;
    private final Clock clock;

    AuditPage(AuditQueries audit, Witnesses witnesses, Clock clock) {
        this.audit = audit;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /** What every page says of the witnesses; empty where nodes do witness the log, or nobody can tell. */
    String witnessing() {
        try {
            WitnessState state = witnesses.now().state();
            return state == WitnessState.WITNESSED ? "" : state.words();
        } catch (EventLogUnavailableException e) {
            LOG.debug("A page does not say whether the log is witnessed", e);
            return "";
        }
    }

    /** @param position as somebody typed it; null for none */
    String show(@Nullable String position, Model model) {
        model.addAttribute("view", AuditView.of(audit.report(), clock.instant()));
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
    boolean check(MultiValueMap<String, String> form, Model model) {
        String event = text(form, "event").strip();
        // Browsers send line feeds as two characters, and people lose the last one.
        String proof = text(form, "proof").replace("\r\n", "\n").strip();
        model.addAttribute("event", event);
        model.addAttribute("given", proof);
        show(null, model);
        if (event.isEmpty() || proof.isEmpty()) {
            model.addAttribute(
                    "incomplete", event.isEmpty() ? "Paste the event, too." : "Paste the proof of the event, too.");
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
