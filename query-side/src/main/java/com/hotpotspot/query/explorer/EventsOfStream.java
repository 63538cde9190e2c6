package com.hotpotspot.query.explorer;

import com.hotpotspot.events.StreamId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the events of one stream. */
record EventsOfStream(
        @Schema(description = "The stream.", example = "sale:VAKE:0000004711")
        String stream,

        @Schema(description = "The sequence of its last event, counted from 0.", example = "2")
        long lastSequence,

        @Schema(description = "The events, in the order that was asked for.")
        List<LoggedEvent> events,

        @Schema(
                description =
                        "The sequence, counted from 0, to go on from, as `from` of the next question; null if there are no more.",
                example = "100")
        @Nullable
        Long next) {

    static EventsOfStream of(StreamId stream, StreamPart part) {
        return new EventsOfStream(
                stream.toString(),
                part.last(),
                part.events().stream().map(LoggedEvent::of).toList(),
                part.next());
    }
}
