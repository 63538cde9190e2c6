package com.hotpotspot.query.explorer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.StoredEvent;
import com.hotpotspot.query.audit.EarlierCheckpoint;
import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The page of one event. Public methods are for its template.
 *
 * @param head the position of the last event of the log
 * @param leaf the hash of its leaf in the tree, in base64
 * @param seal the first checkpoint that covers it; null if none does yet
 * @param beside the events beside it in its stream, itself among them
 */
record EventView(
        StoredEvent event, long head, String leaf, @Nullable EarlierCheckpoint seal, List<Heading> beside) {

    /** What of a payload a page shows as it is stored. */
    private static final int MOST_BYTES = 64 * 1024;

    public Members payload() {
        return Members.of(event.payload());
    }

    public Members metadata() {
        return Members.of(event.metadata());
    }

    public String storedPayload() {
        return new String(event.payload(), 0, Math.min(event.payload().length, MOST_BYTES), UTF_8);
    }

    public boolean isShownWhole() {
        return event.payload().length <= MOST_BYTES;
    }

    public String storedMetadata() {
        return new String(event.metadata(), UTF_8);
    }

    public String utc() {
        return EventLine.timestamp(event.recordedAt());
    }

    /** Whether this build can make anything of it; if not, it is shown all the same. */
    public boolean isUnderstood() {
        try {
            return event.event() != null;
        } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
            return false;
        }
    }

    public boolean hasNext() {
        return event.position() < head;
    }

    /** The one before it in its stream. */
    public @Nullable Heading earlier() {
        return besideWith(event.sequence() - 1);
    }

    /** The one after it in its stream. */
    public @Nullable Heading later() {
        return besideWith(event.sequence() + 1);
    }

    private @Nullable Heading besideWith(long sequence) {
        return beside.stream()
                .filter(heading -> heading.sequence() == sequence)
                .findFirst()
                .orElse(null);
    }
}
