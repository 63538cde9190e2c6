package com.hotpotspot.events.export;

import com.hotpotspot.events.EventName;
import com.hotpotspot.events.StreamId;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The network vouches for a file: whoever has it can show that it is the one which follows from the log.
 *
 * @param kind what it is about, for example {@code sales}
 * @param format for example {@code csv}
 * @param from the first business day in it, null if there is none
 * @param to the last business day in it
 * @param position up to where in the log it speaks
 * @param rows without the header
 * @param bytes the file's length
 * @param sha256 of the file, 64 hexadecimal digits
 */
@EventName("export.recorded")
public record ExportRecorded(
        String kind,
        String format,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long position,
        long rows,
        long bytes,
        String sha256)
        implements ExportEvent {

    /** The stream of a file, which is one for one question. */
    public StreamId stream() {
        return new StreamId(
                "export", String.format(Locale.ROOT, "%s:%s:%s:%s:%d", kind, format, day(from), day(to), position));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "none" : day.toString();
    }
}
