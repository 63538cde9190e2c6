package com.hotpotspot.query.relay;

import com.hotpotspot.query.access.Target;
import com.hotpotspot.query.web.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody sent with a form.
 *
 * @param body what the command side is to read; an empty document if nothing was entered, and none if there was nothing
 *     to fill in
 * @param entered what to show again should it be refused, by the paths of members
 * @param unreadable the kinds of the values that could not be read as such, by the same
 * @param key by which the command side knows that this was sent before
 * @param back the page that it was sent from
 * @param next the page to go on to once it is done, with names of what is answered in braces
 */
record SentForm(
        Optional<ObjectNode> body,
        Map<String, String> entered,
        Map<String, FieldKind> unreadable,
        String key,
        Target back,
        @Nullable String next) {

    static final String KEY = ".key";
    static final String BACK = ".back";
    static final String NEXT = ".next";

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST = 4000;
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** The path of a member and, after a colon, the kind of its value. */
    private static final Pattern FIELD =
            Pattern.compile("(?<path>[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*){0,3})(?::(?<kind>[a-z]{1,20}))?");

    /**
     * Fields that nobody filled in are left out, and so is what a form sends along for others than the command.
     *
     * @throws Problem if no page of ours sends such a form
     */
    static SentForm of(MultiValueMap<String, String> form) {
        String key = form.getFirst(KEY);
        if (key == null || !KEYS.matcher(key).matches() || form.size() > MOST_FIELDS) {
            throw notOurs();
        }
        boolean fields = form.keySet().stream().anyMatch(FIELD.asMatchPredicate());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Map<String, String> entered = new LinkedHashMap<>();
        Map<String, FieldKind> unreadable = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            Matcher field = FIELD.matcher(name);
            List<String> filled = values.stream()
                    .filter(value -> value != null && !value.isBlank())
                    .map(String::strip)
                    .toList();
            if (field.matches() && !filled.isEmpty()) {
                if (filled.stream().anyMatch(value -> value.length() > LONGEST)) {
                    throw Problem.tooLarge();
                }
                String path = field.group("path");
                FieldKind kind = kind(field.group("kind"));
                if (kind != FieldKind.SECRET) {
                    entered.put(path, String.join(" ", filled));
                }
                kind.read(filled).ifPresentOrElse(value -> put(body, path, value), () -> unreadable.put(path, kind));
            }
        });
        return new SentForm(
                fields ? Optional.of(body) : Optional.empty(),
                entered,
                unreadable,
                key,
                Target.of(form.getFirst(BACK)),
                form.getFirst(NEXT));
    }

    private static FieldKind kind(@Nullable String name) {
        return name == null ? FieldKind.TEXT : FieldKind.named(name).orElseThrow(SentForm::notOurs);
    }

    private static void put(ObjectNode body, String path, JsonNode value) {
        String[] names = path.split("\\.", -1);
        ObjectNode parent = body;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.get(names[i]) instanceof ObjectNode known ? known : parent.putObject(names[i]);
        }
        parent.set(names[names.length - 1], value);
    }

    private static Problem notOurs() {
        return Problem.malformed("This is no form of a page here.");
    }
}
