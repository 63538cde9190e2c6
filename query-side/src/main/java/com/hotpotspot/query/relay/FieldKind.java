package com.hotpotspot.query.relay;

import com.hotpotspot.events.BusinessDay;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What kind of value a field of a form means, and how people write it. In the name of a field it is written in small
 * letters after a colon, as in {@code aboveTetri:lari}; a field without one holds text.
 */
enum FieldKind {
    /** As it was entered. */
    TEXT {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            return Optional.of(JSON.stringNode(entered.getFirst()));
        }
    },
    /** The same, and never kept or shown again. */
    SECRET {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            return TEXT.read(entered);
        }
    },
    /** A whole number; spaces may part its digits. */
    NUMBER {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            String digits = withoutSpaces(entered.getFirst());
            return NUMBERS.matcher(digits).matches()
                    ? Optional.of(JSON.numberNode(Long.parseLong(digits)))
                    : Optional.empty();
        }
    },
    /** An amount in lari, with a point or a comma before the tetri, which it becomes. */
    LARI {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            Matcher amount = AMOUNTS.matcher(withoutSpaces(entered.getFirst()));
            if (!amount.matches()) {
                return Optional.empty();
            }
            String tetri = amount.group("tetri") == null ? "" : amount.group("tetri");
            return Optional.of(JSON.numberNode(Long.parseLong(amount.group("lari") + (tetri + "00").substring(0, 2))));
        }
    },
    /** Several texts, in fields of one name or parted by commas, spaces or lines. */
    LIST {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            ArrayNode list = JSON.arrayNode();
            entered.stream()
                    .flatMap(text -> Stream.of(text.split("[,;\\s]+", -1)))
                    .filter(text -> !text.isEmpty())
                    .forEach(list::add);
            return Optional.of(list);
        }
    },
    /** A day and a time of day by the clock in Tbilisi, as browsers send it; it becomes an instant. */
    TBILISI {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            try {
                return Optional.of(JSON.stringNode(LocalDateTime.parse(entered.getFirst())
                        .atZone(BusinessDay.ZONE)
                        .toInstant()
                        .toString()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    },
    /** Something that is so if the field is there at all. */
    FLAG {
        @Override
        Optional<JsonNode> read(List<String> entered) {
            return Optional.of(JSON.booleanNode(true));
        }
    };

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBERS = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern AMOUNTS = Pattern.compile("(?<lari>[0-9]{1,15})(?:[.,](?<tetri>[0-9]{1,2}))?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");

    /**
     * @param entered what was, one text or more, none of them blank
     * @return empty if it cannot be read as such a value
     */
    abstract Optional<JsonNode> read(List<String> entered);

    /** By what the name of a field says; empty for what is no kind. */
    static Optional<FieldKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.word().equals(name)).findFirst();
    }

    /** As names of fields and keys of texts say it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String withoutSpaces(String text) {
        return SPACES.matcher(text).replaceAll("");
    }
}
