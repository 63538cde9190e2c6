package com.hotpotspot.events.json;

import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.sale.SaleId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How payloads of earlier revisions become those of today. Stored bytes are never touched: a payload is changed step by
 * step, from each revision to the next, whenever it is read.
 *
 * <p>A step adds only what follows from the old payload itself, or what holds where a payload does not say; what cannot
 * be known stays absent.
 */
final class Upcasters {

    /** For each event the steps between its revisions; the first leads from "1" to "2". */
    private static final Map<String, List<UnaryOperator<ObjectNode>>> STEPS = Map.of(
            "sale.recorded", List.of(UnaryOperator.identity()), // what tills had no place for is not known
            "tokens.minted", List.of(Upcasters::mintNamesItsNode),
            "account.credential-issued",
                    List.of(UnaryOperator.identity(), Upcasters::isASecret), // who was shown it is not known
            "account.credential-proposed", List.of(Upcasters::isASecret),
            "policy.adopted", List.of(Upcasters::policyHasTheUsualLeastTotal),
            "sale.voided", List.of(UnaryOperator.identity()), // who asked, only the event's metadata tells
            "sale.refunded", List.of(Upcasters::refundAsksNothingBack),
            "wallet.opened", List.of(UnaryOperator.identity())); // there were no labels

    /** What was in force, by the rules of the system, where a policy did not say. */
    private static final int USUAL_LEAST_TOTAL_TETRI = 100;

    private Upcasters() {}

    static int stepsOf(String type) {
        return STEPS.getOrDefault(type, List.of()).size();
    }

    /**
     * The payload as the current revision has it.
     *
     * @throws LaterRevisionException if a newer build wrote it
     * @throws IllegalArgumentException if the revision is none at all
     */
    static ObjectNode toCurrent(EventType type, String revision, ObjectNode payload) {
        int current = Integer.parseInt(type.revision());
        int stored = number(type, revision);
        ObjectNode result = payload;
        for (UnaryOperator<ObjectNode> step :
                STEPS.getOrDefault(type.name(), List.of()).subList(stored - 1, current - 1)) {
            result = step.apply(result);
        }
        return result;
    }

    private static int number(EventType type, String revision) {
        if (!revision.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("%s has a revision that is none".formatted(type.name()));
        }
        int number = Integer.parseInt(revision);
        if (number > Integer.parseInt(type.revision())) {
            throw new LaterRevisionException("revision %s of %s is not known to this build, which knows up to %s"
                    .formatted(revision, type.name(), type.revision()));
        }
        return number;
    }

    /** Revision 2 of a mint names the node, which until then had to be read from the sale's id. */
    private static ObjectNode mintNamesItsNode(ObjectNode mint) {
        SaleId sale = new SaleId(mint.required("sale").asString());
        return mint.put("node", sale.node().value());
    }

    /**
     * Revision 2 of a policy names the least total of a sale that mints. Mints of the time before are events of their
     * own and stay what they are.
     */
    private static ObjectNode policyHasTheUsualLeastTotal(ObjectNode policy) {
        return policy.put("leastTotalTetri", USUAL_LEAST_TOTAL_TETRI);
    }

    /** Until passwords were chosen and secrets were good once only, there was one kind. */
    private static ObjectNode isASecret(ObjectNode credential) {
        return credential.put("kind", CredentialKind.SECRET.name());
    }

    /** Revision 2 of a refund says how many units it asks back; the first left the tokens where they were. */
    private static ObjectNode refundAsksNothingBack(ObjectNode refund) {
        return refund.put("askedBackUnits", 0);
    }
}
