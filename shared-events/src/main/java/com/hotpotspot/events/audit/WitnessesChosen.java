package com.hotpotspot.events.audit;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.InvalidValue;
import java.util.List;

/**
 * Other nodes than before witness the log from now on.
 *
 * @param nodes best first; empty where too few were eligible
 * @param quorum how many of them must sign a checkpoint; 0 where there are none
 * @param position up to where in the log the figures reach that the scores were made of
 */
@EventName("audit.witnesses-chosen")
public record WitnessesChosen(List<WitnessNode> nodes, int quorum, long position) implements AuditEvent {

    /** @throws InvalidValue if the quorum asks for more nodes than there are, or for none of some */
    public WitnessesChosen {
        nodes = List.copyOf(nodes);
        InvalidValue.unless(
                quorum <= nodes.size() && (quorum > 0) == !nodes.isEmpty(),
                "quorum",
                "must lie between 1 and the %d nodes",
                nodes.size());
        InvalidValue.unless(position >= 0, "position", "must not be negative");
    }
}
