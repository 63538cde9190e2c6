package com.hotpotspot.command.sale;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.command.web.BodyLimits;
import com.hotpotspot.command.web.BodyTooLargeException;
import com.hotpotspot.command.web.FieldProblem;
import com.hotpotspot.command.web.InvalidContentException;
import com.hotpotspot.command.web.MalformedJsonException;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.sale.SaleOrigin;
import jakarta.validation.Validator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lines of a batch by the same rules as a single sale. */
@Component
class SaleLines {

    static final int MAX_LINES = 5_000;

    private final JsonMapper json;
    private final Validator validator;

    SaleLines(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * Splits a body at its line feeds; blank lines do not count.
     *
     * @throws BodyTooLargeException if there are too many lines
     */
    List<byte[]> split(InputStream body) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            int start = 0;
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    addTo(lines, line);
                    start = i + 1;
                }
            }
            line.write(buffer, start, read - start);
        }
        addTo(lines, line);
        return lines;
    }

    private static void addTo(List<byte[]> lines, ByteArrayOutputStream line) {
        if (!line.toString(UTF_8).isBlank()) {
            if (lines.size() == MAX_LINES) {
                throw new BodyTooLargeException(String.format(Locale.ROOT, "A batch has at most %d lines.", MAX_LINES));
            }
            lines.add(line.toByteArray());
        }
        line.reset();
    }

    Line read(byte[] line, SaleOrigin origin) {
        if (line.length > BodyLimits.DOCUMENT) {
            return new Faulty(
                    "content-too-large",
                    String.format(Locale.ROOT, "The line is larger than %d bytes.", BodyLimits.DOCUMENT),
                    List.of());
        }
        try {
            SaleDocument document = json.readValue(line, SaleDocument.class);
            if (document == null) {
                return new Faulty("malformed-json", "The line is no document.", List.of());
            }
            List<FieldProblem> problems = validator.validate(document).stream()
                    .map(broken -> new FieldProblem(broken.getPropertyPath().toString(), broken.getMessage()))
                    .toList();
            if (!problems.isEmpty()) {
                throw new InvalidContentException(problems);
            }
            return new Understood(document.command(origin));
        } catch (JacksonException e) {
            if (e.getCause() instanceof InvalidValue invalid) {
                return faulty(invalid);
            }
            return new Faulty(
                    "malformed-json",
                    String.valueOf(MalformedJsonException.of(e).getMessage()),
                    List.of());
        } catch (InvalidContentException e) {
            return new Faulty("invalid-content", String.valueOf(e.getMessage()), e.fields());
        } catch (InvalidValue e) {
            return faulty(e);
        }
    }

    private static Faulty faulty(InvalidValue invalid) {
        String reason = invalid.getMessage() + ".";
        return new Faulty("invalid-content", reason, List.of(new FieldProblem(invalid.field(), reason)));
    }

    /** A line, read. */
    sealed interface Line {}

    record Understood(RecordSale sale) implements Line {}

    record Faulty(String code, String reason, List<FieldProblem> errors) implements Line {}
}
