package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class MalformedJsonExceptionTest {

    private static final JsonMapper MAPPER = StrictMapper.get();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"reason\":\"QUALITY\"}        | reason must be one of WRONG_ITEM, OTHER.",
                "{\"lines\":[{\"pieces\":2147483648}]} | lines[0].pieces is a number beyond its bounds.",
                "{\"tetri\":9223372036854775808} | tetri is a number beyond its bounds.",
                "{\"reason\":[]}                 | reason does not have the type it must have.",
                "{\"lines\":{}}                  | lines does not have the type it must have.",
                "{\"reason\":                    | The body is not valid JSON at line 1, column 11.",
            })
    void whatIsWrongIsNamedAndWhatWasSentIsNot(String json, String message) {
        JacksonException failure =
                catchThrowableOfType(JacksonException.class, () -> MAPPER.readValue(json, Document.class));

        assertThat(MalformedJsonException.of(failure)).hasMessage(message);
    }

    private record Document(Reason reason, List<Line> lines, long tetri) {}

    private record Line(int pieces) {}

    private enum Reason {
        WRONG_ITEM,
        OTHER
    }
}
