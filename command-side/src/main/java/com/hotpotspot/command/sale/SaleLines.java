package com.hotpotspot.command.sale;

import com.hotpotspot.command.web.Bodies;
import com.hotpotspot.command.web.FieldProblem;
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
            return faulty("content-too-large", "The line is larger than " + Bodies.DOCUMENT + " bytes.");
        }
        if (!Utf8.isWellFormed(line.content())) {
            return faulty("malformed-json", "The line is not valid UTF-8.");
        }
        try {
            SaleDocument document = json.readValue(line.content(), SaleDocument.class);
            if (document == null) {
                return faulty("malformed-json", "The line is no document.");
            }
            List<FieldProblem> problems = validator.validate(document).stream()
                    .map(broken -> new FieldProblem(broken.getPropertyPath().toString(), broken.getMessage()))
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
                    "malformed-json",
                    String.valueOf(MalformedJsonException.of(e).getMessage()));
        } catch (InvalidValue e) {
            return faulty(e);
        }
    }

    private static Faulty faulty(InvalidValue invalid) {
        String reason = invalid.getMessage() + ".";
        return new Faulty("invalid-content", reason, List.of(new FieldProblem(invalid.field(), reason)));
    }

    private static Faulty faulty(String code, String reason) {
        return new Faulty(code, reason, List.of());
    }

    private static Faulty invalid(InvalidContentException invalid) {
        return new Faulty("invalid-content", String.valueOf(invalid.getMessage()), invalid.fields());
    }

    /** A line, read. */
    sealed interface Line {}

    record Understood(RecordSale sale) implements Line {}

    record Faulty(String code, String reason, List<FieldProblem> errors) implements Line {}
}
