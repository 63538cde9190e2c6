package com.hotpotspot.command.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer over HTTP, as it came or as a guide shows it: of its header there may be a part, of a text what an ellipsis
 * leaves.
 *
 * @param header by names in small letters
 * @param body one document, or one a line; none where a guide does not show it
 */
record Answered(int status, Map<String, String> header, List<JsonNode> body) {

    /** What is another each time. */
    private static final Set<String> ALWAYS_OTHERS = Set.of("position");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final String ELLIPSIS = "…";

    /** One or more. */
    private static final JsonNode ANY_TEXTS =
            JsonMapper.shared().createArrayNode().add(ELLIPSIS);

    static Answered parse(String text) {
        String[] parts = (text.replace("\r", "") + "\n\n").split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        Map<String, String> header = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] field = line.split(": *", 2);
            header.put(field[0].toLowerCase(Locale.ROOT), field[1]);
        }
        try (var documents = JsonMapper.shared().readerFor(JsonNode.class).<JsonNode>readValues(parts[1])) {
            return new Answered(Integer.parseInt(lines.getFirst().split(" ")[1]), header, documents.readAll());
        }
    }

    /** In what another is not what this one shows. */
    List<String> misfits(Answered real) {
        List<String> misfits = new ArrayList<>();
        if (status != real.status) {
            misfits.add(String.format(Locale.ROOT, "the status is %d", real.status));
        }
        header.forEach((name, value) -> {
            if (!value.equals(real.header.get(name))) {
                misfits.add(name + " is " + real.header.get(name));
            }
        });
        if (body.isEmpty()) {
            return misfits;
        }
        if (body.size() == real.body.size()) {
            for (int i = 0; i < body.size(); i++) {
                compare("", body.get(i), real.body.get(i), misfits);
            }
        } else {
            misfits.add(String.format(Locale.ROOT, "there are %d documents", real.body.size()));
        }
        return misfits;
    }

    private static void compare(String path, JsonNode shown, JsonNode real, List<String> misfits) {
        if (shown.equals(ANY_TEXTS) && !real.isEmpty() && real.valueStream().allMatch(JsonNode::isString)) {
            return;
        }
        if (shown.getNodeType() != real.getNodeType() || shown.size() != real.size()) {
            misfits.add(path + " is " + real);
        } else if (shown.isObject()) {
            shown.forEachEntry((name, value) -> {
                JsonNode member = real.path(name);
                if (!ALWAYS_OTHERS.contains(name) || !member.isIntegralNumber()) {
                    compare(path + '/' + name, value, member, misfits);
                }
            });
        } else if (shown.isArray()) {
            for (int i = 0; i < shown.size(); i++) {
                compare(path + '/' + i, shown.get(i), real.get(i), misfits);
            }
        } else if (shown.isString() ? !fits(shown.asString(), real.asString()) : !shown.equals(real)) {
            misfits.add(path + " is " + real);
        }
    }

    private static boolean fits(String shown, String real) {
        if (INSTANT.matcher(shown).matches()) {
            return INSTANT.matcher(real).matches();
        }
        String pattern = String.join(
                ".+",
                List.of(shown.split(ELLIPSIS, -1)).stream().map(Pattern::quote).toList());
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(real).matches();
    }
}
