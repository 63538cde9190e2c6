package com.hotpotspot.command.web;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.answer.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells whoever asks a door in a way that it is not asked in which ways there are. */
@RestControllerAdvice
@Order(0) // before all else that can go wrong
final class OtherMethods {

    private final ProblemDocuments documents;

    OtherMethods(ProblemDocuments documents) {
        this.documents = documents;
    }

    /** With HEAD, which is answered wherever GET is and which no door declares. */
    @ExceptionHandler
    ResponseEntity<ProblemDocument> onAnother(
            HttpRequestMethodNotSupportedException another, HttpServletRequest request) {
        Set<HttpMethod> methods = new LinkedHashSet<>(another.getHeaders().getAllow());
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return ResponseEntity.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header(
                        HttpHeaders.ALLOW,
                        methods.stream().map(HttpMethod::name).collect(joining(", ")))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(documents.of(HttpStatus.METHOD_NOT_ALLOWED).at(request.getRequestURI()));
    }
}
