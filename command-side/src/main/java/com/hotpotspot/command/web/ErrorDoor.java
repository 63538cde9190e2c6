package com.hotpotspot.command.web;

import com.hotpotspot.answer.ProblemDocument;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers where a filter or the server itself gave up on a request. Nobody can come to it straight. */
@RestController
class ErrorDoor implements ErrorController {

    private static final int UNKNOWN = 500;

    private final ProblemDocuments documents;

    ErrorDoor(ProblemDocuments documents) {
        this.documents = documents;
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDocument> error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer told ? told : UNKNOWN;
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(documents.of(HttpStatusCode.valueOf(status)));
    }
}
