package com.hotpotspot.command.openapi;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.CommandCode;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.openapi.ApiDocument;
import com.hotpotspot.openapi.MappedDoor;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said of the doors of this side. */
final class CommandSideDocument {

    private static final String DESCRIPTION = """
            Takes commands, decides on them and records what follows from them. The other side, with a document of \
            its own, answers questions.

            Programs sign in with their client id and secret at `POST /oauth2/token` (grant `client_credentials`), or \
            at the issuer of your own where one is configured, and send the token as `Authorization: Bearer …`. Each \
            door names the roles that may come in. FRANCHISEE and POS_TERMINAL reach the nodes that they were \
            granted, CUSTOMER what belongs to their own holder.

            Sending a command again is safe: what was recorded by the first answers the second. With an \
            `Idempotency-Key` it does whatever became of it since, but that a secret is shown once, and a terminal \
            that was revoked is not authorised; the same key with another body, or at another door, is refused.

            Input is read strictly: an unknown member, a member twice, text for a number or a fraction for an integer \
            is refused. Money is in whole tetri (1 GEL = 100 tetri), tokens in whole units (1 token = 100 units), \
            times are UTC (ISO 8601). `position` is a place in the log: a question that is answered from it or later \
            knows of the command. It may be missing where an answer repeats an earlier one.""";

    private CommandSideDocument() {}

    static ApiDocument of(List<MappedDoor> doors) {
        return TokenDoor.in(new ApiDocument(
                        "The Hot Pot Spot: command side",
                        DESCRIPTION,
                        doors,
                        CommandSideDocument::refusals,
                        Map.of("bearer", bearer()))
                .taking(CommandSideDocument::takesKey, key())
                .answering(CommandSideDocument::takesKey, Answers.REPLAYED, replayed()));
    }

    /** Batches take none: each of their lines has a sale number. */
    private static boolean takesKey(MappedDoor door) {
        return isCommand(door) && !door.takesLines();
    }

    private static boolean isCommand(MappedDoor door) {
        return door.verb().equals("POST");
    }

    private static Parameter key() {
        Schema<Object> form = Schemas.text();
        form.setMinLength(1);
        form.setMaxLength(IdempotencyKey.MAX_LENGTH);
        Parameter key = new Parameter();
        key.setIn("header");
        key.setName("Idempotency-Key");
        key.setDescription("Chosen by the client, for one command and its repetitions.");
        key.setRequired(false);
        key.setExample("7d0c1b0e-till-1-000042");
        key.setSchema(form);
        return key;
    }

    private static Header replayed() {
        Header header = new Header();
        header.setDescription("Where this is the answer to a repetition.");
        header.setSchema(Schemas.text(List.of("true")));
        return header;
    }

    private static List<PublicCode> refusals(MappedDoor door) {
        List<PublicCode> all = new ArrayList<>(
                List.of(GeneralCode.METHOD_NOT_ALLOWED, GeneralCode.INTERNAL_ERROR, GeneralCode.OVERLOADED));
        if (door.isOpen()) {
            all.add(GeneralCode.TOO_MANY_REQUESTS);
        }
        if (isCommand(door)) {
            all.addAll(List.of(
                    GeneralCode.BAD_REQUEST,
                    GeneralCode.REQUEST_TIMEOUT,
                    GeneralCode.CONTENT_TOO_LARGE,
                    GeneralCode.UNSUPPORTED_MEDIA_TYPE,
                    GeneralCode.UNAVAILABLE,
                    GeneralCode.NOT_READY));
        }
        if (takesKey(door)) {
            all.addAll(List.of(
                    GeneralCode.MALFORMED_JSON,
                    GeneralCode.INVALID_CONTENT,
                    GeneralCode.CONCURRENT_CHANGE,
                    CommandCode.IDEMPOTENCY_KEY_MALFORMED,
                    CommandCode.IDEMPOTENCY_KEY_RUNNING,
                    CommandCode.IDEMPOTENCY_KEY_REUSED,
                    CommandCode.LOG_BUSY,
                    CommandCode.LOG_CUT_SHORT,
                    CommandCode.LOG_UNAVAILABLE));
        }
        return all;
    }

    private static SecurityScheme bearer() {
        SecurityScheme scheme = new SecurityScheme();
        scheme.setType(SecurityScheme.Type.HTTP);
        scheme.setScheme("bearer");
        scheme.setBearerFormat("JWT");
        scheme.setDescription("From `POST /oauth2/token`, or an issuer of your own.");
        return scheme;
    }
}
