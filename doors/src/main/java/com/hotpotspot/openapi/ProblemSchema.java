package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.media.Schema;

/** The form of a problem document, which all refusals have. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private static final String SENTENCE = "Node NONE is not registered.";

    private ProblemSchema() {}

    /** Puts it among the others. */
    static void define(RecordSchemas schemas) {
        Schema<Object> fields = Schemas.listOf(schemas.named("FieldProblem", ofField()));
        schemas.named(NAME, ofProblem(fields));
    }

    private static Schema<Object> ofField() {
        Schema<Object> field = Schemas.object("What is wrong with one field or parameter.");
        always(field, "field", Schemas.text(), "Its path as the client wrote it.", "items[2].quantity");
        always(field, "message", Schemas.text(), "A sentence that names it.", "items[2].quantity must not be null.");
        return field;
    }

    private static Schema<Object> ofProblem(Schema<Object> fields) {
        Schema<Object> problem = Schemas.object("Why a request was refused (RFC 9457), with the members of an answer.");
        always(
                problem,
                "type",
                Schemas.formatted("uri"),
                "A name of the code, not an address.",
                "urn:hotpotspot:problem:node-unknown");
        always(problem, "title", Schemas.text(), "The status in the words of HTTP.", "Not Found");
        always(problem, "status", Schemas.of("integer"), "The HTTP status once more.", "404");
        always(problem, "detail", Schemas.text(), "A sentence for people. It may change.", SENTENCE);
        perhaps(
                problem,
                "instance",
                Schemas.formatted("uri-reference"),
                "The path that was asked for; missing where the request was not understood that far.",
                "/api/v1/sales");
        always(problem, "code", Schemas.text(), "Stable: what a client may act on.", "node-unknown");
        always(problem, "success", Schemas.always(false), "", "false");
        Schemas.require(problem, "data", Schemas.alwaysNull());
        always(problem, "error", Schemas.text(), "The detail once more.", SENTENCE);
        perhaps(
                problem,
                "errors",
                fields,
                "What is wrong with which field; missing where it is not a matter of fields.",
                "");
        perhaps(
                problem,
                "supportedVersions",
                Schemas.listOf(Schemas.text()),
                "The versions there are, where another was asked for; missing otherwise.",
                "v1");
        Schema<Object> time = Schemas.formatted("date-time");
        always(problem, "timestamp", time, "When it was refused, in UTC.", "2026-11-28T09:12:05.123Z");
        return problem;
    }

    private static void always(
            Schema<Object> object, String name, Schema<Object> form, String description, String example) {
        Schemas.require(object, name, Words.describe(form, description, example));
    }

    private static void perhaps(
            Schema<Object> object, String name, Schema<Object> form, String description, String example) {
        object.addProperty(name, Words.describe(form, description, example));
    }
}
