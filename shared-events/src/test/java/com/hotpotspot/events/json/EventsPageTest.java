package com.hotpotspot.events.json;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.testing.WrittenTable;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page that lists events for whoever reads the log. */
class EventsPageTest {

    @Test
    void listsEveryEventWithItsRevisionAndWhatItHolds() throws IOException {
        List<String> columns = List.of("event", "revision", "holds");
        List<String> rows = EventTypes.all().stream().map(EventsPageTest::row).toList();

        assertThat(new WrittenTable("events.md", "events", columns).difference(rows))
                .isEmpty();
    }

    private static String row(EventType type) {
        String members = Stream.of(type.payload().getRecordComponents())
                .map(EventsPageTest::member)
                .collect(joining(", "));
        return "| `%s` | %s | %s |".formatted(type.name(), type.revision(), members);
    }

    private static String member(RecordComponent member) {
        boolean mayBeMissing = member.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return "`" + member.getName() + (mayBeMissing ? "?`" : "`");
    }
}
