package com.hotpotspot.events.audit;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.PlainText;
import com.hotpotspot.events.network.NodeId;
import java.util.stream.IntStream;

/**
 * A node that was chosen to witness the log, and why. All scores are per mille.
 *
 * @param key the verifier key of its signatures, written {@code name+hash+base64} (c2sp.org/signed-note)
 * @param score what the four parts add up to, each with its weight
 */
public record WitnessNode(NodeId node, String key, int score, int sales, int reputation, int geography, int stake) {

    public static final int MAX_KEY_LENGTH = 400;
    private static final int WHOLE = 1000;

    /** @throws InvalidValue if the key is no plain text, or a score does not lie between 0 and 1000 */
    public WitnessNode {
        PlainText.require(key, "key", MAX_KEY_LENGTH);
        InvalidValue.unless(
                IntStream.of(score, sales, reputation, geography, stake).allMatch(part -> part >= 0 && part <= WHOLE),
                "score",
                "and its parts must lie between 0 and %d",
                WHOLE);
    }
}
