package com.hotpotspot.command.web;

import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.ProblemDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Says of a parameter in the address that it cannot be read as what it has to be. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ParameterProblems {

    private final ProblemDocuments documents;

    ParameterProblems(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> onMismatch(
            MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        String reason = mismatch.getRequiredType() == boolean.class ? "must be true or false" : "cannot be read";
        FieldProblem field = FieldProblem.of(mismatch.getName(), reason);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(documents
                        .of(GeneralCode.BAD_REQUEST, field.message(), List.of(field))
                        .at(request.getRequestURI()));
    }
}
