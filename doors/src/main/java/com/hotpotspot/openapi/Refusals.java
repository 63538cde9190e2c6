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

    /** Where somebody else refuses with the same status in a form of their own. */
    static ApiResponse inTwoForms(ApiResponse theirs, ApiResponse ours) {
        ours.getContent().forEach(theirs.getContent()::addMediaType);
        return theirs.description(ours.getDescription());
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
        problem.setSchema(Schemas.reference(ProblemSchema.NAME));
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

    private static Header header(Schema<?> form, String description) {
        Header header = new Header();
        header.setDescription(description);
        header.setSchema(form);
        return header;
    }
}
