package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The answers of a side that are problem documents (RFC 9457), once for all its doors. */
final class Refusals {

    private static final String PROBLEM = "Problem";

    private final SortedMap<Integer, List<String>> codes;

    /** @param codes what problems may say by way of a code, by status */
    Refusals(Map<Integer, List<String>> codes) {
        this.codes = new TreeMap<>(codes);
    }

    SortedMap<String, ApiResponse> components() {
        SortedMap<String, ApiResponse> all = new TreeMap<>();
        codes.forEach((status, known) -> {
            ApiResponse response = new ApiResponse();
            response.setDescription("%s Codes: %s.".formatted(meaning(status), codeList(known)));
            MediaType problem = new MediaType();
            problem.setSchema(Schemas.reference(PROBLEM));
            Content content = new Content();
            content.addMediaType("application/problem+json", problem);
            response.setContent(content);
            switch (status) {
                case 401 -> response.addHeaderObject("WWW-Authenticate", header("How to say who one is (RFC 6750)."));
                case 429, 503 ->
                    response.addHeaderObject("Retry-After", header("Seconds to wait before trying again."));
                default -> {}
            }
            all.put(name(status), response);
        });
        return all;
    }

    ApiResponse reference(int status) {
        if (!codes.containsKey(status)) {
            throw new IllegalStateException("no code has the status " + status);
        }
        ApiResponse response = new ApiResponse();
        response.set$ref("#/components/responses/" + name(status));
        return response;
    }

    /** Puts the schema of problems among the others. */
    static void define(RecordSchemas schemas) {
        Schema<Object> field = Schemas.object("What is wrong with one field or parameter.");
        Schemas.require(field, "field", Schemas.text());
        Schemas.require(field, "message", Schemas.text());

        Schema<Object> problem = Schemas.object("Why a request was refused (RFC 9457), with the members of an answer.");
        Schemas.require(problem, "type", Schemas.formatted("uri"));
        Schemas.require(problem, "title", Schemas.text());
        Schemas.require(problem, "status", Schemas.of("integer"));
        Schemas.require(problem, "detail", Schemas.text());
        problem.addProperty("instance", Schemas.formatted("uri-reference"));
        Schemas.require(problem, "code", described(Schemas.text(), "Stable: what a client may act on."));
        Schemas.require(problem, "success", Schemas.always(false));
        Schemas.require(problem, "data", Schemas.alwaysNull());
        Schemas.require(problem, "error", described(Schemas.text(), "The detail once more."));
        problem.addProperty("errors", Schemas.listOf(schemas.named("FieldProblem", field)));
        problem.addProperty(
                "supportedVersions",
                described(Schemas.listOf(Schemas.text()), "Where a version was asked for that does not exist."));
        Schemas.require(problem, "timestamp", Schemas.formatted("date-time"));
        schemas.named(PROBLEM, problem);
    }

    private static Schema<Object> described(Schema<Object> schema, String description) {
        schema.setDescription(description);
        return schema;
    }

    private static Header header(String description) {
        Header header = new Header();
        header.setDescription(description);
        header.setSchema(Schemas.text());
        return header;
    }

    private static String codeList(List<String> known) {
        return String.join(", ", known.stream().map(code -> '`' + code + '`').toList());
    }

    private static String name(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 401 -> "Unauthenticated";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 408 -> "TooSlow";
            case 409 -> "Conflict";
            case 413 -> "ContentTooLarge";
            case 415 -> "UnsupportedMediaType";
            case 422 -> "InvalidContent";
            case 429 -> "TooManyRequests";
            case 503 -> "Unavailable";
            case 504 -> "TookTooLong";
            default -> throw new IllegalArgumentException("no door answers " + status);
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 400 -> "The request is not what it must be.";
            case 401 -> "Nobody was said to ask, or not in a way that can be believed.";
            case 403 -> "Whoever asks may not.";
            case 404 -> "What the request names does not exist.";
            case 408 -> "The body came in too slowly.";
            case 409 -> "The state of things does not allow it now.";
            case 413 -> "The body is too large.";
            case 415 -> "The body has another form than is read here.";
            case 422 -> "The content is not acceptable.";
            case 429 -> "The account has asked too often, or has too much under way.";
            case 503 -> "Not at the moment; try again.";
            case 504 -> "The answer took too long to make; ask for less.";
            default -> throw new IllegalArgumentException("no door answers " + status);
        };
    }
}
