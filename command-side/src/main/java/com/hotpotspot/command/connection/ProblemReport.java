package com.hotpotspot.command.connection;

import com.hotpotspot.command.web.ProblemDocuments;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Answers what Tomcat refuses by itself, a header that is none above all, as everything else is answered. */
final class ProblemReport extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemReport.class);
    private static final int FIRST_ERROR = 400;

    private final ProblemDocuments documents;

    ProblemReport(ProblemDocuments documents) {
        this.documents = documents;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (request.getCoyoteRequest().getAttribute(WatchedRequests.TOO_LONG) instanceof HttpStatus told) {
            response.getCoyoteResponse().setStatus(told.value());
        }
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean reachable = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, reachable);
        if (!reachable.get()) {
            return;
        }
        try {
            byte[] body = documents.json(documents.of(HttpStatusCode.valueOf(status)));
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A refusal did not reach whoever was refused", e);
        }
    }
}
