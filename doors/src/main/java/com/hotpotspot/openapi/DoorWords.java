package com.hotpotspot.openapi;

import com.hotpotspot.answer.PublicCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is said of a door at the door, by the annotations of its method: {@link Operation} with a name for clients that
 * are made from the document, a line and what else there is to say; a {@link io.swagger.v3.oas.annotations.Parameter}
 * for each that the method reads by hand; {@link PlainText} or an {@link ApiResponse} where the answer is no envelope;
 * {@link Creates}; and the codes it refuses with. A door of which nothing is said is a page.
 */
final class DoorWords {

    private final Method method;
    private final Operation operation;

    private DoorWords(Method method, Operation operation) {
        this.method = method;
        this.operation = operation;
    }

    static Optional<DoorWords> of(MappedDoor door) {
        Method method = door.method();
        return Optional.ofNullable(method.getAnnotation(Operation.class)).map(said -> new DoorWords(method, said));
    }

    /** What clients that are made from the document call it; never changes. */
    String operationId() {
        return operation.operationId();
    }

    /** One line. */
    String summary() {
        return operation.summary();
    }

    /** What the summary leaves out. */
    String description() {
        return operation.description();
    }

    /** That of an answer which is no refusal. */
    int status() {
        return method.isAnnotationPresent(Creates.class) ? 201 : 200;
    }

    /** Those of the method, behind those of an annotation of ours that stands there for some. */
    List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(method.getAnnotations()).map(Annotation::annotationType),
                        Stream.<AnnotatedElement>of(method))
                .flatMap(place -> Stream.of(place.getAnnotationsByType(io.swagger.v3.oas.annotations.Parameter.class)))
                .map(DoorWords::parameter)
                .toList();
    }

    private static Parameter parameter(io.swagger.v3.oas.annotations.Parameter said) {
        Schema<?> form = Words.form(said.schema());
        if (!said.array().schema().ref().isEmpty()) {
            form = Schemas.listOf(Words.form(said.array().schema()));
        }
        Parameter parameter = new Parameter();
        parameter.setIn(said.in().toString());
        parameter.setName(said.name());
        parameter.setDescription(said.description());
        parameter.setRequired(said.required());
        parameter.setSchema(form);
        if (!said.example().isEmpty()) {
            parameter.setExample(Words.valueOf(form, said.example()));
        }
        return parameter;
    }

    /** The forms of an answer that is no envelope, by media type; none where it is one. */
    Map<String, Schema<?>> answers() {
        Map<String, Schema<?>> answers = new LinkedHashMap<>();
        Optional.ofNullable(method.getAnnotation(PlainText.class))
                .ifPresent(said -> answers.put("text/plain", Words.describe(Schemas.text(), said.value(), "")));
        response()
                .ifPresent(said -> Stream.of(said.content())
                        .forEach(content -> answers.put(content.mediaType(), Words.form(content.schema()))));
        return answers;
    }

    /** The headers of the answer that are more than HTTP's own. */
    Map<String, Header> headers() {
        Map<String, Header> headers = new LinkedHashMap<>();
        response()
                .ifPresent(said -> Stream.of(said.headers()).forEach(written -> {
                    Header header = new Header();
                    header.setDescription(written.description());
                    header.setSchema(Words.form(written.schema()));
                    headers.put(written.name(), header);
                }));
        return headers;
    }

    private Optional<ApiResponse> response() {
        return Optional.ofNullable(method.getAnnotation(ApiResponse.class));
    }

    /** What it refuses with beside what every door of its kind does. */
    List<PublicCode> refusals() {
        return Declared.refusals(method);
    }
}
