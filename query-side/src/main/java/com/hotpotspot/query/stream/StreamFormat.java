package com.hotpotspot.query.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.hotpotspot.eventlog.EventLine;
import com.hotpotspot.eventlog.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;

/** How events travel. Either way an event is the line that {@link EventLine} writes. */
enum StreamFormat {
    /** A line an event; an empty line now and then while nothing happens, to be ignored. */
    NDJSON(MediaType.APPLICATION_NDJSON_VALUE, "\n") {
        @Override
        void write(StoredEvent event, ByteArrayOutputStream out) {
            EventLine.write(event, out);
        }
    },

    /** The same lines for a person with a browser, which would not show them under their own type. */
    TEXT("text/plain;charset=UTF-8", "\n") {
        @Override
        void write(StoredEvent event, ByteArrayOutputStream out) {
            EventLine.write(event, out);
        }
    },

    /** Server-sent events, whose id is the position, so that a browser resumes where it was. */
    SSE(MediaType.TEXT_EVENT_STREAM_VALUE, ":\n\n") {
        @Override
        void write(StoredEvent event, ByteArrayOutputStream out) {
            out.writeBytes(String.format(Locale.ROOT, "id: %d\ndata: ", event.position())
                    .getBytes(US_ASCII));
            EventLine.write(event, out);
            out.write('\n');
        }
    };

    private final String mediaType;
    private final String signOfLife;

    StreamFormat(String mediaType, String signOfLife) {
        this.mediaType = mediaType;
        this.signOfLife = signOfLife;
    }

    MediaType mediaType() {
        return MediaType.parseMediaType(mediaType);
    }

    DataBuffer signOfLife() {
        return DefaultDataBufferFactory.sharedInstance.wrap(signOfLife.getBytes(US_ASCII));
    }

    abstract void write(StoredEvent event, ByteArrayOutputStream out);

    /** The events in buffers, which are made one by one as they are taken. */
    Iterable<DataBuffer> buffers(List<StoredEvent> events) {
        return () -> new EventBuffers(events, this::write);
    }
}
