package com.hotpotspot.command.sale;

import com.hotpotspot.answer.FieldProblem;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.web.Bodies;
import com.hotpotspot.command.web.InvalidContentException;
import com.hotpotspot.command.web.ListTooLongException;
import com.hotpotspot.command.web.MalformedJsonException;
import com.hotpotspot.command.web.Utf8;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a batch by the same rules as a single sale. */
@Component
class SaleLines {

    private final JsonMapper json;
    private final Validator validator;

    SaleLines(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    Line read(BatchReader.Line line, SaleOrigin origin) {
        if (line.isTooLong()) {
            return faulty(GeneralCode.CONTENT_TOO_LARGE, "The line is larger than " + Bodies.DOCUMENT + " bytes.");
        }
        if (!Utf8.isWellFormed(line.content())) {
            return faulty(GeneralCode.MALFORMED_JSON, "The line is not valid UTF-8.");
        }
        try {
            SaleDocument document = json.readValue(line.content(), SaleDocument.class);
            if (document == null) {
                return faulty(GeneralCode.MALFORMED_JSON, "The line is no document.");
            }
            List<FieldProblem> problems = validator.validate(document).stream()
                    .map(broken -> FieldProblem.of(broken.getPropertyPath().toString(), broken.getMessage()))
                    .toList();
            return problems.isEmpty() ? understood(document, origin) : invalid(problems, document.sale());
        } catch (ListTooLongException e) {
            return invalid(List.of(e.problem()), Optional.empty());
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidValue invalid) {
                return faulty(invalid, Optional.empty());
            }
            return faulty(
                    GeneralCode.MALFORMED_JSON,
                    String.valueOf(MalformedJsonException.of(e).getMessage()));
        }
    }

    private static Line understood(SaleDocument document, SaleOrigin origin) {
        try {
            return new Understood(document.command(origin));
        } catch (InvalidValue e) {
            return faulty(e, document.sale());
        }
    }

    private static Faulty faulty(InvalidValue invalid, Optional<SaleId> sale) {
        FieldProblem field = FieldProblem.of(invalid.field(), invalid.reason());
        return new Faulty(GeneralCode.INVALID_CONTENT, field.message(), List.of(field), sale);
    }

    private static Faulty faulty(PublicCode code, String reason) {
        return new Faulty(code, reason, List.of(), Optional.empty());
    }

    private static Faulty invalid(List<FieldProblem> problems, Optional<SaleId> sale) {
        InvalidContentException invalid = new InvalidContentException(problems);
        return new Faulty(GeneralCode.INVALID_CONTENT, String.valueOf(invalid.getMessage()), invalid.fields(), sale);
    }

    /** A line, read. */
    sealed interface Line {}

    record Understood(RecordSale sale) implements Line {}

    /** @param sale what it is about, where that much can be read */
    record Faulty(PublicCode code, String reason, List<FieldProblem> errors, Optional<SaleId> sale) implements Line {}
}
