package com.hotpotspot.query.openapi;

import com.hotpotspot.openapi.ApiDocument;
import com.hotpotspot.openapi.MappedDoor;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;

/** What is said of this side. */
final class QuerySideDocument {

    private static final String DESCRIPTION = """
            Answers questions from projections of the log, streams the log itself and proves what is in it. The other \
            side, with a document of its own, takes commands.

            Programs sign in with their client id and secret at the command side's `POST /oauth2/token` (grant \
            `client_credentials`), or at the issuer of your own where one is configured, and send the token as \
            `Authorization: Bearer …`. Each door names the roles that may come in. FRANCHISEE and POS_TERMINAL reach \
            the nodes that they were granted.

            A parameter that a door does not know is refused. Money is in whole tetri (1 GEL = 100 tetri), tokens in \
            whole units (1 token = 100 units), times are UTC (ISO 8601), days are business days of Tbilisi. `position` \
            says up to which place in the log an answer is true; -1 is before the first event.

            What is under `log`, and `GET /api/v1/audit/verifier-key`, is open: a transparency log in the formats of \
            c2sp.org (tlog-tiles, tlog-checkpoint, signed-note).""";

    private QuerySideDocument() {}

    static ApiDocument of(List<MappedDoor> doors) {
        return new ApiDocument(
                        "The Hot Pot Spot: query side",
                        DESCRIPTION,
                        doors,
                        QuerySideNotes.all(),
                        codes(),
                        QuerySideDocument::refusals,
                        Map.of("bearer", bearer()))
                .with(QuerySideNotes.EVENT, QuerySideNotes.event());
    }

    /** Every door refuses parameters that it does not know, and needs the database or the issuer's keys. */
    private static List<Integer> refusals(MappedDoor door) {
        return door.hasVariables() ? List.of(400, 404, 503, 504) : List.of(400, 503, 504);
    }

    private static Map<Integer, List<String>> codes() {
        return Map.of(
                400, List.of("bad-request"),
                401, List.of("unauthenticated"),
                403, List.of("forbidden"),
                404, List.of("node-unknown", "sale-unknown", "position-not-sealed", "log-not-sealed", "tile-unknown"),
                409, List.of("position-not-reached", "size-not-reached", "export-differs"),
                429, List.of("too-many-requests", "questions-exhausted", "streams-exhausted"),
                503, List.of("unavailable", "overloaded"),
                504, List.of("answer-took-too-long"));
    }

    private static SecurityScheme bearer() {
        SecurityScheme scheme = new SecurityScheme();
        scheme.setType(SecurityScheme.Type.HTTP);
        scheme.setScheme("bearer");
        scheme.setBearerFormat("JWT");
        scheme.setDescription(
                "From the command side's `POST /oauth2/token` (client credentials), or an issuer of your own.");
        return scheme;
    }
}
