package com.hotpotspot.query.web;

import com.hotpotspot.answer.ProblemDocument;
import java.time.Instant;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents for what is refused without anything of ours having a say. */
@Component
public final class BareProblems {

    private final JsonMapper json;

    BareProblems(JsonMapper json) {
        this.json = json;
    }

    /** One that says no more than the status does. */
    public byte[] json(HttpStatusCode status) {
        return json.writeValueAsBytes(ProblemDocument.ofStatus(status.value(), Instant.now()));
    }
}
