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
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.validation.Validator;
import java.util.List;
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
            if (!problems.isEmpty()) {
                return invalid(new InvalidContentException(problems));
            }
            return new Understood(document.command(origin));
        } catch (ListTooLongException e) {
            return invalid(new InvalidContentException(List.of(e.problem())));
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidValue invalid) {
                return faulty(invalid);
            }
            return faulty(
                    GeneralCode.MALFORMED_JSON,
                    String.valueOf(MalformedJsonException.of(e).getMessage()));
        } catch (InvalidValue e) {
            return faulty(e);
        }
    }

    private static Faulty faulty(InvalidValue invalid) {
        FieldProblem field = FieldProblem.of(invalid.field(), invalid.reason());
        return new Faulty(GeneralCode.INVALID_CONTENT, field.message(), List.of(field));
    }

    private static Faulty faulty(PublicCode code, String reason) {
        return new Faulty(code, reason, List.of());
    }

    private static Faulty invalid(InvalidContentException invalid) {
        return new Faulty(GeneralCode.INVALID_CONTENT, String.valueOf(invalid.getMessage()), invalid.fields());
    }

    /** A line, read. */
    sealed interface Line {}

    record Understood(RecordSale sale) implements Line {}

    record Faulty(PublicCode code, String reason, List<FieldProblem> errors) implements Line {}
}
