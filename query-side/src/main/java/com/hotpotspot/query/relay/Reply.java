package com.hotpotspot.query.relay;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the command side answered.
 *
 * @param status 0 if nothing came
 * @param body a missing node if it is not JSON
 * @param replayed whether nothing was done, since it had been before
 */
record Reply(int status, JsonNode body, boolean replayed) {

    private static final int MOST_MEMBERS = 40;
    private static final int LONGEST = 4000;

    boolean isDone() {
        return status / 100 == 2;
    }

    /** Whether it may have been done nevertheless, or may be yet, if it is sent once more. */
    boolean leavesOpen() {
        return status == 0 || status >= 500;
    }

    String code() {
        return body.path("code").asString("");
    }

    /** Of the event that was recorded, or -1. */
    long position() {
        return body.path("data").path("position").asLong(-1);
    }

    /** The texts and numbers of what was answered. */
    Map<String, String> answered() {
        Map<String, String> texts = new LinkedHashMap<>();
        body.path("data").propertyStream().limit(MOST_MEMBERS).forEach(member -> {
            String text = member.getValue().isValueNode() ? member.getValue().asString("") : "";
            if (!text.isEmpty() && text.length() <= LONGEST) {
                texts.put(member.getKey(), text);
            }
        });
        return texts;
    }

    /** What is said of single members, by their paths. */
    Map<String, Mistake> mistakes() {
        Map<String, Mistake> mistakes = new LinkedHashMap<>();
        body.path("errors").valueStream().limit(MOST_MEMBERS).forEach(error -> {
            // Of a list that was entered in one field, the field is told what is the matter with any of it.
            String field = error.path("field").asString("").replaceFirst("\\[.*", "");
            mistakes.putIfAbsent(field, Mistake.said(error.path("message").asString("")));
        });
        return mistakes;
    }
}
