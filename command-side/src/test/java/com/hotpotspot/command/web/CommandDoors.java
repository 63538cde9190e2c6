package com.hotpotspot.command.web;

import com.hotpotspot.testing.ApiDocumentOf;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every door for commands and what it takes, as the committed document of the interface has them, which
 * {@code ApiDocumentTest} holds to what is served.
 */
final class CommandDoors {

    private static final ApiDocumentOf DOCUMENT = ApiDocumentOf.committed("command");
    /** Takes a form, as OAuth has it, and belongs to a library. */
    private static final String TOKENS = "/oauth2/token";

    private CommandDoors() {}

    static SortedSet<String> all() {
        SortedSet<String> doors = new TreeSet<>(DOCUMENT.commands());
        doors.remove(TOKENS);
        return doors;
    }

    /** The form of the document that a door takes; empty if it takes none. */
    static Optional<JsonNode> takenAt(String door) {
        return DOCUMENT.takenAt(door);
    }

    /** A document that a door takes. */
    static String example(String door) {
        return DOCUMENT.example(takenAt(door).orElseThrow()).toString();
    }

    /** Such a document with one thing wrong with it, in all the ways there are. */
    static List<String> mutated(String door) {
        JsonNode form = takenAt(door).orElseThrow();
        return new HostileMembers(DOCUMENT)
                .of(form, (ObjectNode) DOCUMENT.example(form))
                .map(ObjectNode::toString)
                .toList();
    }

    /** Its path, about the things that there are in the network of a test. */
    static String open(String door) {
        return DOCUMENT.examplePath(door);
    }
}
