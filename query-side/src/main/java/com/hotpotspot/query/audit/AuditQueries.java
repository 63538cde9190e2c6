package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import com.hotpotspot.query.audit.AuditReport.InspectionReport;
import com.hotpotspot.query.audit.TreeTable.AdoptedKey;
import com.hotpotspot.query.audit.TreeTable.Sealed;
import com.hotpotspot.query.web.Problem;
import com.hotpotspot.tlog.checkpoint.SignedCheckpoint;
import com.hotpotspot.tlog.checkpoint.TlogPolicy;
import com.hotpotspot.tlog.note.VerifierKey;
import com.hotpotspot.tlog.proof.TlogProof;
import com.hotpotspot.verifier.check.Progress;
import com.hotpotspot.verifier.check.Verdict;
import com.hotpotspot.verifier.check.Verifier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Answers questions about the audit log. */
@Component
public final class AuditQueries {

    private static final Logger LOG = LoggerFactory.getLogger(AuditQueries.class);

    private final PublishedTree tree;
    private final AdoptedKeys adopted;
    private final EventLog log;
    private final AuditSettings settings;
    private final AuditAlarm alarm;
    private final Inspection inspection;

    AuditQueries(
            PublishedTree tree,
            AdoptedKeys adopted,
            EventLog log,
            AuditSettings settings,
            AuditAlarm alarm,
            Inspection inspection) {
        this.tree = tree;
        this.adopted = adopted;
        this.log = log;
        this.settings = settings;
        this.alarm = alarm;
        this.inspection = inspection;
    }

    /** How it stands at this moment. */
    public AuditReport report() {
        Sealed latest = tree.latest().orElse(null);
        long size = latest == null ? 0 : latest.size();
        Inspection.State looked = inspection.state();
        return new AuditReport(
                settings.origin().value(),
                size,
                latest == null ? null : latest.root().base64(),
                latest == null ? null : latest.signedAt(),
                unsealed(size),
                keys().stream().map(VerifierKey::toString).toList(),
                latest == null ? 0 : cosignatures(latest.checkpoint()),
                alarm.sentence().orElseGet(() -> alarm.sealing().inWords()),
                alarm.sentence().isEmpty(),
                new InspectionReport(looked.checked(), looked.of(), looked.finished(), looked.finding()));
    }

    /** What this process does about sealing. */
    SealingState sealing() {
        return alarm.sealing();
    }

    private static int cosignatures(SignedCheckpoint checkpoint) {
        String log = checkpoint.checkpoint().origin();
        return Math.toIntExact(checkpoint.note().signatures().stream()
                .filter(signature -> !signature.name().value().equals(log))
                .count());
    }

    private @Nullable Long unsealed(long size) {
        try {
            return Math.max(0, log.head() + 1 - size);
        } catch (EventLogUnavailableException e) {
            LOG.debug("The audit log does not know how far behind it is", e);
            return null;
        }
    }

    /**
     * The proof for one event; empty if no checkpoint covers it yet.
     *
     * @param position from 0
     */
    public Optional<TlogProof> proof(long position) {
        return tree.proof(position);
    }

    /**
     * Whether an event is in this log, by what somebody has at hand: the log's own keys are believed and no witness is
     * asked for.
     *
     * @param event one line of the event stream
     * @param proof the text of a {@code .tlog-proof}
     * @throws Problem if nothing was ever signed here
     */
    public Verdict check(byte[] event, byte[] proof) {
        List<VerifierKey> keys = keys();
        if (keys.isEmpty()) {
            throw Problem.of(AuditCode.LOG_NOT_SEALED, "Nothing of the log was sealed yet.");
        }
        return new Verifier(TlogPolicy.of(keys, List.of(), 0), new Progress(LOG::debug)).proof(event, proof);
    }

    private List<VerifierKey> keys() {
        return adopted.believed().stream().map(AdoptedKey::verifierKey).toList();
    }
}
