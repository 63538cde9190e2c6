package com.hotpotspot.command.web;

import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.ProblemDocument;
import com.hotpotspot.answer.PublicCode;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the documents of everything that is refused here. */
@Component
public class ProblemDocuments {

    /**
     * The attribute of a request that failed when its answer had begun. What is wrong can no longer be told; that
     * something is, the end of the connection tells.
     */
    public static final String BROKEN_OFF = ProblemDocuments.class.getName() + ".broken-off";

    private final Clock clock;
    private final JsonMapper json;

    ProblemDocuments(Clock clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /** For a request that was refused before anything of ours saw it. */
    public ProblemDocument of(HttpStatusCode status) {
        return ProblemDocument.ofStatus(status.value(), clock.instant());
    }

    /** For one of which a framework said something. */
    ProblemDocument of(HttpStatusCode status, String detail) {
        return ProblemDocument.ofStatus(status.value(), detail, clock.instant());
    }

    /** Where there is no door. */
    ProblemDocument nothingAt(String path) {
        return ProblemDocument.nothingAt(path, clock.instant());
    }

    /** Where a filter knows what is the matter. */
    public ProblemDocument of(PublicCode code, String detail, List<FieldProblem> fields) {
        return ProblemDocument.of(code, detail, fields, clock.instant());
    }

    /** As it is sent where the framework does not write it. */
    public byte[] json(ProblemDocument problem) {
        return json.writeValueAsBytes(problem);
    }
}
