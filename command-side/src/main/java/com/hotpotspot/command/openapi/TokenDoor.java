package com.hotpotspot.command.openapi;

import com.hotpotspot.answer.GeneralCode;
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
                .beside(
                        PATH,
                        door(),
                        List.of(
                                GeneralCode.REQUEST_TIMEOUT,
                                GeneralCode.CONTENT_TOO_LARGE,
                                GeneralCode.UNSUPPORTED_MEDIA_TYPE,
                                GeneralCode.TOO_MANY_REQUESTS,
                                GeneralCode.UNAVAILABLE),
                        List.of(GeneralCode.BAD_REQUEST, GeneralCode.NOT_FOUND, GeneralCode.NOT_READY));
    }

    private static Operation door() {
        Operation operation = new Operation();
        operation.setTags(List.of("token"));
        operation.setOperationId("issueToken");
        operation.setSummary("Get a token for a client id and secret");
        operation.setDescription("""
                The id and the secret go into the form, or instead of that into an `Authorization: Basic` header. \
                Errors are those of RFC 6749. A problem document tells of a form that cannot be read, and of what is \
                not about the form: 404, 408, 413, 415, 429 and 503. The door is not there where an issuer of your own is \
                configured; its own address has the same form.

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
        Schemas.require(
                form,
                "grant_type",
                Schemas.described(
                        Schemas.text(List.of("client_credentials")),
                        "The only grant for programs.",
                        "client_credentials"));
        form.addProperty(
                "client_id",
                Schemas.described(
                        Schemas.text(),
                        "The account's id, as `clientId` told it.",
                        "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94"));
        form.addProperty(
                "client_secret",
                Schemas.described(
                        Schemas.text(),
                        "Its secret, as `clientSecret` told it once.",
                        "pXZ8wq3vN1b7cT0yLk5mJd2rHs9fGa4eUi6oVx_QzWE"));
        return form;
    }

    private static Schema<Object> token() {
        Schema<Object> token = Schemas.object("A token and how long it is good for.");
        Schemas.require(
                token,
                "access_token",
                Schemas.described(
                        Schemas.text(),
                        "To be sent as `Authorization: Bearer …`.",
                        "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"));
        Schemas.require(token, "token_type", Schemas.described(Schemas.text(), "How it is sent.", "Bearer"));
        Schemas.require(
                token,
                "expires_in",
                Schemas.described(Schemas.integer(0), "How long it is good for, in seconds.", "600"));
        token.addProperty(
                "scope", Schemas.described(Schemas.text(), "What it is for; missing where that is all.", "api"));
        return token;
    }

    private static Schema<Object> refusal() {
        Schema<Object> refusal = Schemas.object("Why there is no token (RFC 6749, section 5.2).");
        Schemas.require(
                refusal,
                "error",
                Schemas.described(Schemas.text(), "Stable: what a client may act on.", "invalid_client"));
        refusal.addProperty(
                "error_description",
                Schemas.described(Schemas.text(), "A sentence for people.", "The client is not known, or not so."));
        refusal.addProperty(
                "error_uri",
                Schemas.described(
                        Schemas.text(),
                        "Where more is said of it.",
                        "https://datatracker.ietf.org/doc/html/rfc6749#section-5.2"));
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
