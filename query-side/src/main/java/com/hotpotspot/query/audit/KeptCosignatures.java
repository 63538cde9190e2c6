package com.hotpotspot.query.audit;

import com.hotpotspot.query.witness.Cosignatures;
import com.hotpotspot.tlog.note.VerifierKey;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was signed is in the database; why something was not, only the process knows that asks. */
@Component
final class KeptCosignatures implements Cosignatures {

    private final TreeTable table;
    private final Optional<Cosigning> cosigning;

    KeptCosignatures(TreeTable table, Optional<Cosigning> cosigning) {
        this.table = table;
        this.cosigning = cosigning;
    }

    @Override
    public long lastSigned(VerifierKey witness) {
        return table.lastCosigned(witness);
    }

    @Override
    public Optional<String> refusal(VerifierKey witness) {
        return cosigning.flatMap(asking -> asking.refusal(witness));
    }
}
