package com.hotpotspot.command.web;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The form of everything that is refused (RFC 9457), with the members that all answers have. */
@Component
public class ProblemDocuments {

    /**
     * The attribute of a request that failed when its answer had begun. What is wrong can no longer be told; that
     * something is, the end of the connection tells.
     */
    public static final String BROKEN_OFF = ProblemDocuments.class.getName() + ".broken-off";

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request cannot be read: its first line or its header is malformed, or larger than 8 KiB.",
            405, "This method cannot be used here.",
            408, "The request came in too slowly.",
            413, "The body is too large.",
            414, "The address is too long.",
            431, "The header is larger than 8 KiB.");

    private final Clock clock;
    private final JsonMapper json;

    ProblemDocuments(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** For a request that was refused before anything of ours saw it. */
    public ProblemDetail of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String reason = known == null ? "The request failed." : known.getReasonPhrase() + '.';
        return complete(ProblemDetail.forStatusAndDetail(status, DETAILS.getOrDefault(status.value(), reason)));
    }

    /** Gives a problem the members that are missing. */
    ProblemDetail complete(ProblemDetail problem) {
        if (problem.getProperties() == null || !problem.getProperties().containsKey("code")) {
            describe(problem, codeOf(problem.getStatus()));
        }
        problem.setProperty("success", false);
        problem.setProperty("data", null);
        problem.setProperty("error", problem.getDetail());
        problem.setProperty("timestamp", clock.instant());
        return problem;
    }

    static void describe(ProblemDetail problem, String code) {
        problem.setType(URI.create("urn:hotpotspot:problem:" + code));
        problem.setProperty("code", code);
    }

    private static String codeOf(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null
                ? "status-" + status
                : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it is sent where the framework does not write it. */
    public byte[] json(ProblemDetail problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", String.valueOf(problem.getTitle()));
        members.put("status", problem.getStatus());
        members.put("detail", String.valueOf(problem.getDetail()));
        members.putAll(Objects.requireNonNullElse(problem.getProperties(), Map.of()));
        return json.writeValueAsBytes(members);
    }
}
