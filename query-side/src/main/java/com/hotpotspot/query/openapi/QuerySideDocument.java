package com.hotpotspot.query.openapi;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.openapi.ApiDocument;
import com.hotpotspot.openapi.MappedDoor;
import com.hotpotspot.query.access.PlaceCode;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
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
                        QuerySideDocument::refusals,
                        Map.of("bearer", bearer()))
                .with("EventType", EventSchemas.type())
                .with("StoredEvent", EventSchemas.event())
                .with("SalesManifest", EventSchemas.manifest());
    }

    /** Every door refuses parameters that it does not know, and needs the database or the issuer's keys. */
    private static List<PublicCode> refusals(MappedDoor door) {
        List<PublicCode> all = new ArrayList<>(List.of(
                GeneralCode.BAD_REQUEST,
                GeneralCode.METHOD_NOT_ALLOWED,
                GeneralCode.NOT_ACCEPTABLE,
                GeneralCode.REQUEST_TIMEOUT,
                GeneralCode.CONTENT_TOO_LARGE,
                GeneralCode.UNSUPPORTED_MEDIA_TYPE,
                GeneralCode.TOO_MANY_REQUESTS,
                GeneralCode.INTERNAL_ERROR,
                GeneralCode.UNAVAILABLE,
                GeneralCode.OVERLOADED,
                GeneralCode.ANSWER_TOOK_TOO_LONG));
        if (!door.isOpen()) {
            all.add(PlaceCode.QUESTIONS_EXHAUSTED);
        }
        return all;
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
