package com.hotpotspot.openapi;

import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.Status;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The answers of a side that are problem documents (RFC 9457): those with which every door refuses alike once for all
 * of them, the others at their door.
 */
final class Refusals {

    private static final String PROBLEM = "Problem";
    private static final Pattern WORD = Pattern.compile("_");

    private final Map<Status, Set<PublicCode>> shared = new EnumMap<>(Status.class);
    private final SortedMap<String, ApiResponse> components = new TreeMap<>();

    /** What a door refuses with, by status. */
    SortedMap<String, ApiResponse> of(Collection<? extends PublicCode> usual, List<PublicCode> ownOnes) {
        Map<Status, Set<PublicCode>> all = byStatus(usual);
        Map<Status, Set<PublicCode>> own = byStatus(ownOnes);
        own.forEach((status, codes) ->
                all.computeIfAbsent(status, none -> new LinkedHashSet<>()).addAll(codes));
        SortedMap<String, ApiResponse> responses = new TreeMap<>();
        all.forEach((status, codes) -> responses.put(
                Integer.toString(status.number()),
                own.containsKey(status) ? response(status, codes) : shared(status, codes)));
        return responses;
    }

    private static Map<Status, Set<PublicCode>> byStatus(Collection<? extends PublicCode> codes) {
        Map<Status, Set<PublicCode>> byStatus = new EnumMap<>(Status.class);
        codes.forEach(code -> byStatus.computeIfAbsent(code.status(), none -> new LinkedHashSet<>())
                .add(code));
        return byStatus;
    }

    /** The first doors that refuse alike give the status its answer, which then stands once for all such doors. */
    private ApiResponse shared(Status status, Set<PublicCode> codes) {
        if (!shared.computeIfAbsent(status, first -> codes).equals(codes)) {
            return response(status, codes);
        }
        String name = camelCase(status.name());
        components.putIfAbsent(name, response(status, codes));
        ApiResponse reference = new ApiResponse();
        reference.set$ref("#/components/responses/" + name);
        return reference;
    }

    private static String camelCase(String name) {
        return WORD.splitAsStream(name)
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static ApiResponse response(Status status, Collection<PublicCode> codes) {
        ApiResponse response = new ApiResponse();
        response.setDescription(codes.stream()
                .map(code -> "- `" + code.code() + "`: " + code.meaning())
                .collect(Collectors.joining("\n", status.meaning() + "\n\n", "")));
        MediaType problem = new MediaType();
        problem.setSchema(Schemas.reference(PROBLEM));
        Content content = new Content();
        content.addMediaType("application/problem+json", problem);
        response.setContent(content);
        switch (status) {
            case UNAUTHORIZED ->
                response.addHeaderObject(
                        "WWW-Authenticate", header(Schemas.text(), "How to say who one is (RFC 6750)."));
            case METHOD_NOT_ALLOWED ->
                response.addHeaderObject("Allow", header(Schemas.text(), "The methods that there are."));
            case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
                response.addHeaderObject(
                        "Retry-After", header(Schemas.integer(1), "Seconds to wait before trying again."));
            default -> {}
        }
        return response;
    }

    SortedMap<String, ApiResponse> components() {
        return components;
    }

    /** Puts the schema of problems among the others. */
    static void define(RecordSchemas schemas) {
        Schema<Object> field = Schemas.object("What is wrong with one field or parameter.");
        Schemas.require(
                field,
                "field",
                Words.describe(Schemas.text(), "Its path as the client wrote it.", "items[2].quantity"));
        Schemas.require(
                field,
                "message",
                Words.describe(Schemas.text(), "A sentence that names it.", "items[2].quantity must not be null."));

        Schema<Object> problem = Schemas.object("Why a request was refused (RFC 9457), with the members of an answer.");
        Schemas.require(
                problem,
                "type",
                Words.describe(
                        Schemas.formatted("uri"),
                        "A name of the code, not an address.",
                        "urn:hotpotspot:problem:node-unknown"));
        Schemas.require(
                problem, "title", Words.describe(Schemas.text(), "The status in the words of HTTP.", "Not Found"));
        Schemas.require(problem, "status", Words.describe(Schemas.of("integer"), "The HTTP status once more.", "404"));
        Schemas.require(
                problem,
                "detail",
                Words.describe(
                        Schemas.text(), "A sentence for people. It may change.", "Node NONE is not registered."));
        problem.addProperty(
                "instance",
                Words.describe(
                        Schemas.formatted("uri-reference"),
                        "The path that was asked for; missing where the request was not understood that far.",
                        "/api/v1/sales"));
        Schemas.require(
                problem, "code", Words.describe(Schemas.text(), "Stable: what a client may act on.", "node-unknown"));
        Schemas.require(problem, "success", Words.describe(Schemas.always(false), "", "false"));
        Schemas.require(problem, "data", Schemas.alwaysNull());
        Schemas.require(
                problem,
                "error",
                Words.describe(Schemas.text(), "The detail once more.", "Node NONE is not registered."));
        problem.addProperty(
                "errors",
                Words.describe(
                        Schemas.listOf(schemas.named("FieldProblem", field)),
                        "What is wrong with which field; missing where it is not a matter of fields.",
                        ""));
        problem.addProperty(
                "supportedVersions",
                Words.describe(
                        Schemas.listOf(Schemas.text()),
                        "The versions there are, where another was asked for; missing otherwise.",
                        "v1"));
        Schemas.require(
                problem,
                "timestamp",
                Words.describe(
                        Schemas.formatted("date-time"), "When it was refused, in UTC.", "2026-11-28T09:12:05.123Z"));
        schemas.named(PROBLEM, problem);
    }

    private static Header header(Schema<?> form, String description) {
        Header header = new Header();
        header.setDescription(description);
        header.setSchema(form);
        return header;
    }
}
