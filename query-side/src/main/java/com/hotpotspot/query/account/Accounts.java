package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of the accounts, by id, as of a position of the log. */
public record Accounts(
        @Schema(description = "The accounts, by id.") List<AccountSummary> accounts,

        @Schema(
                description = "What to name in `after` to get the next ones; null after the last.",
                example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
        @Nullable
        AccountId next,

        @AsOf long position) {

    public Accounts {
        accounts = List.copyOf(accounts);
    }

    /** @param limit how many were asked for: fewer are the last */
    static Accounts of(List<AccountSummary> accounts, int limit, long position) {
        return new Accounts(
                accounts, accounts.size() < limit ? null : accounts.getLast().accountId(), position);
    }
}
