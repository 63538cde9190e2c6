package com.hotpotspot.command.openapi;

import com.hotpotspot.openapi.ApiDocument;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;

/**
 * Where programs get their tokens (RFC 6749, sections 4.4 and 5). Spring Authorization Server answers there before any
 * framework looks for a door, so that all of it is said by hand.
 */
final class TokenDoor {

    static final String PATH = "/oauth2/token";

    private static final String JSON = "application/json";

    private TokenDoor() {}

    static ApiDocument in(ApiDocument document) {
        return document.with("TokenRequest", request())
                .with("Token", token())
                .with("TokenRefusal", refusal())
                .beside(PATH, door());
    }

    private static Operation door() {
        Operation operation = new Operation();
        operation.setTags(List.of("token"));
        operation.setOperationId("issueToken");
        operation.setSummary("Get a token for a client id and secret");
        operation.setDescription("""
                The id and the secret go into the form, or instead of that into an `Authorization: Basic` header. \
                Errors are those of RFC 6749, not problem documents, but for 408, 413, 429 and 503. Not there where \
                an issuer of your own is configured; its own address has the same form.

                Open to everybody.""");
        operation.setSecurity(List.of());
        RequestBody form = new RequestBody();
        form.setRequired(true);
        form.setContent(content("application/x-www-form-urlencoded", "TokenRequest"));
        operation.setRequestBody(form);
        ApiResponses answers = new ApiResponses();
        answers.addApiResponse("200", answer("A token, good for as long as it says.", "Token"));
        answers.addApiResponse("400", answer("The request is not what it must be.", "TokenRefusal"));
        answers.addApiResponse("401", answer("The id or the secret is not right (`invalid_client`).", "TokenRefusal"));
        operation.setResponses(answers);
        return operation;
    }

    private static Schema<Object> request() {
        Schema<Object> form = Schemas.object("What a program sends for a token.");
        Schemas.require(form, "grant_type", Schemas.text(List.of("client_credentials")));
        form.addProperty("client_id", Schemas.text());
        form.addProperty("client_secret", Schemas.text());
        return form;
    }

    private static Schema<Object> token() {
        Schema<Object> token = Schemas.object("A token and how long it is good for.");
        Schema<Object> text = Schemas.text();
        text.setDescription("To be sent as `Authorization: Bearer …`.");
        Schemas.require(token, "access_token", text);
        Schemas.require(token, "token_type", Schemas.text());
        Schema<Object> seconds = Schemas.integer(0);
        seconds.setDescription("In seconds from now.");
        Schemas.require(token, "expires_in", seconds);
        token.addProperty("scope", Schemas.text());
        return token;
    }

    private static Schema<Object> refusal() {
        Schema<Object> refusal = Schemas.object("Why there is no token (RFC 6749, section 5.2).");
        Schema<Object> code = Schemas.text();
        code.setDescription("Stable: what a client may act on.");
        Schemas.require(refusal, "error", code);
        refusal.addProperty("error_description", Schemas.text());
        refusal.addProperty("error_uri", Schemas.text());
        return refusal;
    }

    private static ApiResponse answer(String description, String form) {
        ApiResponse response = new ApiResponse();
        response.setDescription(description);
        response.setContent(content(JSON, form));
        return response;
    }

    private static Content content(String mediaType, String form) {
        MediaType of = new MediaType();
        of.setSchema(Schemas.reference(form));
        Content content = new Content();
        content.addMediaType(mediaType, of);
        return content;
    }
}
