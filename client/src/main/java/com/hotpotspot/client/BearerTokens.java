package com.hotpotspot.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Signs a client in at the command side (OAuth 2.0, client credentials grant, RFC 6749 section 4.4) and keeps the token
 * until shortly before it expires. However many threads want one, a single request is under way; a refusal is final.
 * Safe for use by many threads.
 */
public final class BearerTokens implements AutoCloseable {

    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);

    /** So much older a token may get on its way to a door. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(30);

    /** A token that lives for a shorter time is still used for most of it. */
    private static final int MOST_OF_IT = 4;

    private final HttpDoor door;
    private final Credentials credentials;
    private final Waiting waiting;
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile @Nullable BearerToken token;
    private @Nullable String refusal;

    public BearerTokens(URI commandSide, Credentials credentials, Patience patience) {
        this(commandSide, credentials, patience, Waiting.really());
    }

    public BearerTokens(URI commandSide, Credentials credentials, Patience patience, Waiting waiting) {
        this.door = new HttpDoor(CommandDoor.NAME, commandSide, patience, waiting);
        this.credentials = credentials;
        this.waiting = waiting;
    }

    /**
     * A token that is good for the time being.
     *
     * @throws NotAdmittedException if the command side does not accept the credentials
     * @throws DoorClosedException when patience is at its end
     */
    public BearerToken current() {
        return fresh().orElseGet(this::signIn);
    }

    /** Takes a token out of use that a door did not accept, unless another has taken its place already. */
    public void drop(BearerToken refused) {
        signingIn.lock();
        try {
            if (refused.equals(token)) {
                token = null;
            }
        } finally {
            signingIn.unlock();
        }
    }

    /** Who the tokens are for. */
    String clientId() {
        return credentials.clientId();
    }

    @Override
    public void close() {
        door.close();
    }

    private BearerToken signIn() {
        try {
            signingIn.lockInterruptibly();
        } catch (InterruptedException e) {
            throw door.interrupted(e);
        }
        try {
            // Somebody else may have done it while this thread waited for its turn.
            return fresh().orElseGet(this::fetch);
        } finally {
            signingIn.unlock();
        }
    }

    private Optional<BearerToken> fresh() {
        return Optional.ofNullable(token).filter(known -> known.isFreshAt(waiting.nanoTime()));
    }

    private BearerToken fetch() {
        if (refusal != null) {
            throw new NotAdmittedException(refusal);
        }
        HttpRequest request = door.request("/oauth2/token")
                .header("Authorization", credentials.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json, application/problem+json")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = door.exchange(request, BodyHandlers.ofString(), ONE_ANSWER, ignored -> {});
        JsonNode answer = HttpDoor.json(response.body());
        return switch (response.statusCode()) {
            case 200 -> take(answer);
            case 401 -> {
                refusal = door.says("does not accept %s; do they belong to another system, or were they replaced?"
                        .formatted(credentials));
                throw new NotAdmittedException(refusal);
            }
            default -> throw door.unexpected(problem(response.statusCode(), answer));
        };
    }

    private BearerToken take(JsonNode answer) {
        String value = answer.path("access_token").asString("");
        Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong(0));
        if (value.isBlank() || !lifetime.isPositive()) {
            throw new UnexpectedAnswerException(door.says("issued no token that is good for a while"));
        }
        Duration early = lifetime.dividedBy(MOST_OF_IT);
        Duration good = lifetime.minus(early.compareTo(ON_THE_WAY) < 0 ? early : ON_THE_WAY);
        BearerToken fetched = new BearerToken(value, waiting.nanoTime() + good.toNanos());
        token = fetched;
        return fetched;
    }

    /** The issuer may speak OAuth's own language (RFC 6749, section 5.2) instead of ours. */
    private static Problem problem(int status, JsonNode answer) {
        return answer.path("error").isString() && answer.path("code").isMissingNode()
                ? new Problem(
                        status,
                        answer.path("error").asString(),
                        answer.path("error_description").asString("no token was issued"))
                : Problem.of(status, answer);
    }
}
