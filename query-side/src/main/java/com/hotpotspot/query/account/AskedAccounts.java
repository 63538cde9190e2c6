package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.query.web.InParts;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts somebody asks for.
 *
 * @param kind null for all kinds
 * @param after the id that they come after; empty for the first
 */
record AskedAccounts(@Nullable AccountKind kind, String after) {

    /** @throws Problem if there is no such kind, or can be no such id */
    static AskedAccounts of(Parameters parameters) {
        return new AskedAccounts(kind(parameters.text(OfKind.KIND)), parameters.id(InParts.AFTER, AccountId.FORM));
    }

    private static @Nullable AccountKind kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(AccountKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(OfKind.KIND, "must be CLIENT or PERSON"));
    }
}
