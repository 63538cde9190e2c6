package com.hotpotspot.query.relay;

import com.hotpotspot.qr.QrDrawing;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of a form. Public methods are for templates.
 *
 * @param door where it went
 * @param refusal the code that it was refused with; null if it was done
 * @param wrong what the matter is with single members, by their paths
 * @param entered what was entered, by the same
 * @param answered what the command side answered, by the names of members; texts, secrets among them
 * @param position of the event that was recorded, or -1 if none is told
 * @param already whether it was so before it was asked for
 * @param shown whether the pages had come so far when it was sent on
 * @param keyToSendAgain if the same can be sent once more and is done no more than once; null if it has to be changed
 */
public record Outcome(
        String door,
        @Nullable Refusal refusal,
        Map<String, Mistake> wrong,
        Map<String, String> entered,
        Map<String, String> answered,
        long position,
        boolean already,
        boolean shown,
        @Nullable String keyToSendAgain) {

    public Outcome {
        wrong = Map.copyOf(wrong);
        entered = Map.copyOf(entered);
        answered = Map.copyOf(answered);
    }

    public boolean isDone() {
        return refusal == null;
    }

    /** Whether it is known where it was recorded. */
    public boolean hasPosition() {
        return position >= 0;
    }

    /** A credential that was answered, as a till scans it; null if none was. */
    public @Nullable QrDrawing credential() {
        String id = answered.get("clientId");
        String secret = answered.get("clientSecret");
        return id == null || secret == null
                ? null
                : QrDrawing.of(JsonMapper.shared().writeValueAsString(new Credential(id, secret)));
    }

    /** Neither what was entered nor what was answered. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Outcome[door=%s, refusal=%s, position=%d]", door, refusal, position);
    }

    private record Credential(String clientId, String clientSecret) {}

    /**
     * Why something was not done.
     *
     * @param texts what the keys of the sentence for it begin with
     * @param code what they end with
     */
    public record Refusal(String texts, String code) {}
}
