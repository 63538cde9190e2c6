package com.hotpotspot.client;

import tools.jackson.databind.JsonNode;

/** A problem document (RFC 9457) with the {@code code} that this system adds. */
record Problem(int status, String code, String reason) {

    /** Reads a problem document; of a body that is none, says what can be said. */
    static Problem of(int status, JsonNode body) {
        String code = body.path("code").asString("http-" + status);
        String reason = body.path("detail").asString(body.path("title").asString("answered with status " + status));
        return new Problem(status, code, withFields(reason, body.path("errors")));
    }

    /** Adds to a reason what is said about single fields, unless it says so already. */
    static String withFields(String reason, JsonNode errors) {
        StringBuilder all = new StringBuilder(reason);
        for (JsonNode error : errors) {
            String field = error.path("field").asString("");
            if (!field.isEmpty() && !reason.contains(field)) {
                all.append("; ")
                        .append(field)
                        .append(' ')
                        .append(error.path("message").asString("is not valid"));
            }
        }
        return all.toString();
    }

    /** Whether the same request may well succeed if it is simply sent again. */
    boolean isPassing() {
        return code.equals("concurrent-change");
    }

    Outcome.Refused refused() {
        return new Outcome.Refused(code, reason);
    }
}
