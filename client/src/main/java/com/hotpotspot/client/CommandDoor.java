package com.hotpotspot.client;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The command side as its clients see it. Every request has a natural key and may be repeated for ever, which this door
 * does by itself while the server is gone or asks to wait.
 *
 * <p>All methods throw {@link DoorClosedException} when the door's patience is at its end, {@link NotAdmittedException}
 * where the client may not do this, and {@link UnexpectedAnswerException} on an answer outside the contract. Safe for
 * use by many threads.
 */
public final class CommandDoor implements AutoCloseable {

    static final String NAME = "command side";

    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);
    private static final Duration A_BATCH_OF_ANSWERS = Duration.ofMinutes(5);

    private final SignedInDoor door;

    /** @param tokens remain the caller's to close */
    public CommandDoor(URI base, BearerTokens tokens, Patience patience) {
        this(base, tokens, patience, Waiting.really());
    }

    public CommandDoor(URI base, BearerTokens tokens, Patience patience, Waiting waiting) {
        this.door = new SignedInDoor(new HttpDoor(NAME, base, patience, waiting), tokens);
    }

    /**
     * Looks whether there is a command side at all, for which nobody need sign in.
     *
     * @throws DoorClosedException if nobody is there, which unlike all else is found after two seconds
     */
    public static void knock(URI base, Waiting waiting) {
        HttpDoor.knock(NAME, base, waiting);
    }

    public Outcome found(OwnerId founder, NetworkPurpose purpose) {
        return post("/api/v1/network", new Founding(founder, purpose));
    }

    public Outcome register(NodeId node, NodeType type, City city, OwnerId owner) {
        return post("/api/v1/nodes", new Registration(node, type, city, owner));
    }

    public Outcome authorise(TerminalId terminal, NodeId node) {
        return post("/api/v1/nodes/" + node + "/terminals", new Authorisation(terminal));
    }

    public Outcome record(SaleSlip slip) {
        return post("/api/v1/sales", slip);
    }

    /**
     * Sends many sales at once, and hears of each as soon as it is answered.
     *
     * @param slips at most {@link BatchDoor#MAX_SALES}
     * @param heard called once for each sale, in order, on a thread of this door's; must be quick
     */
    public void record(BatchDoor through, List<SaleSlip> slips, BiConsumer<SaleSlip, Outcome> heard) {
        if (slips.isEmpty() || slips.size() > BatchDoor.MAX_SALES) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a batch has 1 to %d sales, not %d", BatchDoor.MAX_SALES, slips.size()));
        }
        Batch batch = new Batch(slips, heard);
        HttpRequest request = door.request(through.path())
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/x-ndjson, application/problem+json")
                .POST(batch.lines())
                .build();
        door.exchange(request, batch.answers(), A_BATCH_OF_ANSWERS, response -> {
            if (response.statusCode() != 200) {
                throw door.unexpected(Problem.of(response.statusCode(), HttpDoor.json(response.body())));
            }
            batch.requireAllAnswered();
        });
    }

    @Override
    public void close() {
        door.close();
    }

    private Outcome post(String path, Object content) {
        BodyPublisher body = BodyPublishers.ofByteArray(EventJson.mapper().writeValueAsBytes(content));
        HttpRequest request = door.request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .POST(body)
                .build();
        HttpResponse<String> response =
                door.exchange(request, BodyHandlers.ofString(), ONE_ANSWER, CommandDoor::requireLasting);
        JsonNode answer = HttpDoor.json(response.body());
        return switch (response.statusCode() / 100) {
            case 2 -> done(answer.path("data"), response);
            case 4 -> Problem.of(response.statusCode(), answer).refused();
            default -> throw door.unexpected(Problem.of(response.statusCode(), answer));
        };
    }

    private static Outcome done(JsonNode data, HttpResponse<String> response) {
        Units minted = Units.of(
                data.path("mintedUnits").asLong(data.path("genesisUnits").asLong(0)));
        boolean replayed = response.headers()
                .firstValue("Idempotency-Replayed")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return replayed ? new Outcome.Replayed(minted) : new Outcome.Accepted(minted);
    }

    private static void requireLasting(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 409) {
            Problem problem = Problem.of(response.statusCode(), HttpDoor.json(response.body()));
            if (problem.isPassing()) {
                throw new IOException(problem.code());
            }
        }
    }

    private record Founding(OwnerId founderId, NetworkPurpose purpose) {}

    private record Registration(NodeId nodeId, NodeType type, City city, OwnerId ownerId) {}

    private record Authorisation(TerminalId terminalId) {}
}
