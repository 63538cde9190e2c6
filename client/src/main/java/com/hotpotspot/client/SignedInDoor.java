package com.hotpotspot.client;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;

/** A server's door to those who have signed in: each request carries a token, and a stale one is replaced once. */
final class SignedInDoor implements AutoCloseable {

    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_ALLOWED = 403;

    /** Other refusals with the same status are about the matter, not about who asks. */
    private static final String FORBIDDEN = "forbidden";

    private final HttpDoor door;
    private final BearerTokens tokens;

    SignedInDoor(HttpDoor door, BearerTokens tokens) {
        this.door = door;
        this.tokens = tokens;
    }

    HttpRequest.Builder request(String path) {
        return door.request(path);
    }

    /**
     * Sends a request until it is answered, as {@link HttpDoor#exchange} does.
     *
     * @throws NotAdmittedException if the server accepts no token of this client, or does not let it do this
     */
    HttpResponse<String> exchange(
            HttpRequest request,
            BodyHandler<String> handler,
            Duration within,
            HttpDoor.Check<HttpResponse<String>> check) {
        BearerToken token = tokens.current();
        HttpResponse<String> response = send(request, token, handler, within, check);
        if (response.statusCode() == UNAUTHENTICATED) {
            tokens.drop(token);
            response = send(request, tokens.current(), handler, within, check);
        }
        if (response.statusCode() == UNAUTHENTICATED) {
            throw new NotAdmittedException(
                    door.says("does not accept the token that %s was just issued; do both servers belong to one system?"
                            .formatted(tokens.clientId())));
        }
        return response;
    }

    UnexpectedAnswerException unexpected(Problem problem) {
        return door.unexpected(problem);
    }

    @Override
    public void close() {
        door.close();
    }

    private HttpResponse<String> send(
            HttpRequest request,
            BearerToken token,
            BodyHandler<String> handler,
            Duration within,
            HttpDoor.Check<HttpResponse<String>> check) {
        HttpRequest signed = HttpRequest.newBuilder(request, (name, value) -> true)
                .setHeader("Authorization", token.authorization())
                .build();
        return door.exchange(signed, handler, within, response -> {
            if (response.statusCode() != UNAUTHENTICATED) {
                requireAllowed(response);
                check.accept(response);
            }
        });
    }

    private void requireAllowed(HttpResponse<String> response) {
        if (response.statusCode() == NOT_ALLOWED) {
            Problem problem = Problem.of(response.statusCode(), HttpDoor.json(response.body()));
            if (problem.code().equals(FORBIDDEN)) {
                throw new NotAdmittedException(
                        door.says("does not let %s do this: %s".formatted(tokens.clientId(), problem.reason())));
            }
        }
    }
}
