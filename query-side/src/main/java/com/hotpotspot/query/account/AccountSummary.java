package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SignInName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One account among others. */
public record AccountSummary(
        AccountId accountId,

        @Schema(description = "CLIENT for a program, PERSON for somebody who signs in on a page.", example = "CLIENT")
        AccountKind kind,

        @Schema(description = "What they type to sign in; null for whoever was given no name.", example = "nino.b")
        @Nullable
        SignInName signInName,

        @Schema(description = "When it was created, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant createdAt,

        @Schema(
                description = "When it was closed for good, in UTC; null while it is open.",
                example = "2026-11-30T09:12:05.123Z")
        @Nullable
        Instant closedAt,

        @Schema(description = "The roles that are in force.", example = "ANALYST")
        List<Role> roles,

        @Schema(description = "How many credentials it can sign in with, again and again.", example = "1")
        long credentials) {

    public AccountSummary {
        roles = List.copyOf(roles);
    }
}
