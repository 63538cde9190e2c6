package com.hotpotspot.openapi;

import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;

/** What goes into doors and comes out of them. */
final class Bodies {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private final RecordSchemas schemas;

    Bodies(RecordSchemas schemas) {
        this.schemas = schemas;
    }

    /** What a door is sent, if it reads a body. */
    Optional<RequestBody> sentTo(MappedDoor door) {
        Optional<Content> lines = door.lines().map(of -> content(LINES, schemas.in(of.request())));
        Optional<Content> document = Optional.ofNullable(door.body()).map(type -> content(JSON, schemas.in(type)));
        return lines.or(() -> document).map(content -> {
            RequestBody body = new RequestBody();
            body.setRequired(true);
            body.setContent(content);
            if (door.takesLines()) {
                body.setDescription("One such document a line.");
            }
            return body;
        });
    }

    /** What a door answers with that refuses nothing: its own forms, or a record in its envelope. */
    Content answeredBy(MappedDoor door, DoorWords words) {
        Content content = new Content();
        words.answers().forEach((mediaType, form) -> content.addMediaType(mediaType, mediaType(form)));
        door.lines().ifPresent(of -> content.addMediaType(LINES, mediaType(schemas.out(of.answer()))));
        if (content.isEmpty()) {
            Type data = dataOf(door.method().getGenericReturnType());
            content.addMediaType(JSON, mediaType(envelope(data)));
        }
        return content;
    }

    private Schema<Object> envelope(Type data) {
        String name = RecordSchemas.nameOf((Class<?>) data) + "Answer";
        Schema<Object> answer = Schemas.object("The envelope of every answer that is not a problem.");
        Schemas.require(answer, "success", Words.describe(Schemas.always(true), "", "true"));
        Schemas.require(answer, "data", Words.describe(schemas.out(data), "What was asked for, or done.", ""));
        Schemas.require(answer, "error", Schemas.alwaysNull());
        Schemas.require(
                answer,
                "timestamp",
                Words.describe(
                        Schemas.formatted("date-time"), "When it was answered, in UTC.", "2026-11-28T09:12:05.123Z"));
        return schemas.named(name, answer);
    }

    /** What a method's answer holds, within whatever it is wrapped in. */
    private static Type dataOf(Type type) {
        return type instanceof ParameterizedType wrapper ? dataOf(wrapper.getActualTypeArguments()[0]) : type;
    }

    private static Content content(String mediaType, Schema<?> form) {
        Content content = new Content();
        content.addMediaType(mediaType, mediaType(form));
        return content;
    }

    private static MediaType mediaType(Schema<?> form) {
        MediaType mediaType = new MediaType();
        mediaType.setSchema(form);
        return mediaType;
    }
}
