package com.hotpotspot.client;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The query side as its clients see it. What it shows trails the command side by a moment, or by more while it catches
 * up. Throws as {@link CommandDoor} does.
 */
public final class QueryDoor implements AutoCloseable {

    private static final String NAME = "query side";
    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);

    private final SignedInDoor door;

    /** @param tokens the command side's, which are good here, too; they remain the caller's to close */
    public QueryDoor(URI base, BearerTokens tokens, Patience patience, Waiting waiting) {
        this.door = new SignedInDoor(new HttpDoor(NAME, base, patience, waiting), tokens);
    }

    /**
     * Looks whether there is a query side at all, for which nobody need sign in.
     *
     * @throws DoorClosedException if nobody is there, which unlike all else is found after two seconds
     */
    public static void knock(URI base, Waiting waiting) {
        HttpDoor.knock(NAME, base, waiting);
    }

    /** The nodes of the network, sorted by id; none where no network has been founded. */
    public List<KnownNode> nodes() {
        HttpRequest request = door.request("/api/v1/nodes")
                .header("Accept", "application/json, application/problem+json")
                .GET()
                .build();
        HttpResponse<String> response = door.exchange(request, BodyHandlers.ofString(), ONE_ANSWER, ignored -> {});
        JsonNode answer = HttpDoor.json(response.body());
        if (response.statusCode() != 200) {
            throw door.unexpected(Problem.of(response.statusCode(), answer));
        }
        List<KnownNode> nodes = new ArrayList<>();
        for (JsonNode node : answer.path("data").path("nodes")) {
            nodes.add(knownNode(node));
        }
        nodes.sort(KnownNode.BY_ID);
        return List.copyOf(nodes);
    }

    @Override
    public void close() {
        door.close();
    }

    private static KnownNode knownNode(JsonNode node) {
        try {
            Set<TerminalId> terminals = new HashSet<>();
            for (JsonNode terminal : node.path("terminals")) {
                terminals.add(new TerminalId(terminal.asString()));
            }
            return new KnownNode(
                    new NodeId(node.path("nodeId").asString()),
                    node.path("active").asBoolean(),
                    terminals);
        } catch (InvalidValue e) {
            throw new UnexpectedAnswerException("The query side told of a node that cannot be: " + node, e);
        }
    }
}
