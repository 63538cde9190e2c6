package com.hotpotspot.command.openapi;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.account.AccountCode;
import com.hotpotspot.command.network.NetworkCode;
import com.hotpotspot.command.network.NodeCode;
import com.hotpotspot.command.policy.PolicyCode;
import com.hotpotspot.command.sale.CheckCode;
import com.hotpotspot.command.sale.SaleCode;
import com.hotpotspot.command.wallet.WalletCode;
import com.hotpotspot.command.web.CommandCode;
import com.hotpotspot.openapi.ApiDocument;
import com.hotpotspot.openapi.DoorNote;
import com.hotpotspot.openapi.MappedDoor;
import com.hotpotspot.openapi.Schemas;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
            knows of the command. It is missing where an answer repeats an earlier one.""";

    private static final int LONGEST_KEY = 255;

    private static final Set<Integer> ANSWERED = Set.of(400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 503);

    private CommandSideDocument() {}

    static ApiDocument of(List<MappedDoor> doors) {
        return TokenDoor.in(new ApiDocument(
                "The Hot Pot Spot: command side",
                DESCRIPTION,
                doors,
                CommandSideNotes.all().stream()
                        .map(note -> takesKey(note, doors) ? withKey(note) : note)
                        .toList(),
                codes(),
                CommandSideDocument::refusals,
                Map.of("bearer", bearer())));
    }

    /** Batches take none: each of their lines has a sale number. */
    private static boolean takesKey(DoorNote note, List<MappedDoor> doors) {
        return doors.stream().anyMatch(door -> note.isAbout(door) && isCommand(door) && !door.takesLines());
    }

    private static DoorNote withKey(DoorNote note) {
        Schema<Object> key = Schemas.text();
        key.setMinLength(1);
        key.setMaxLength(LONGEST_KEY);
        return note.header("Idempotency-Key", key, "Chosen by the client, for one command and its repetitions.");
    }

    private static boolean isCommand(MappedDoor door) {
        return door.verb().equals("POST");
    }

    private static List<Integer> refusals(MappedDoor door) {
        if (door.takesLines()) {
            return List.of(400, 408, 413, 415, 503);
        }
        if (isCommand(door)) {
            return door.hasVariables()
                    ? List.of(400, 404, 408, 409, 413, 415, 422, 503)
                    : List.of(400, 408, 409, 413, 415, 422, 503);
        }
        return List.of();
    }

    private static Map<Integer, List<String>> codes() {
        return Stream.<PublicCode[]>of(
                        GeneralCode.values(),
                        UnknownCode.values(),
                        CommandCode.values(),
                        NetworkCode.values(),
                        NodeCode.values(),
                        AccountCode.values(),
                        PolicyCode.values(),
                        WalletCode.values(),
                        SaleCode.values(),
                        CheckCode.values())
                .flatMap(Stream::of)
                .filter(code -> ANSWERED.contains(code.status().number()))
                .collect(Collectors.groupingBy(
                        code -> code.status().number(), Collectors.mapping(PublicCode::code, Collectors.toList())));
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
