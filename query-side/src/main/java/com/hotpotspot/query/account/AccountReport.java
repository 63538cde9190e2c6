package com.hotpotspot.query.account;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.AccountKind;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account with what it was trusted with, as of a position of the log.
 *
 * @param roles of a closed account those that it had
 * @param credentials the latest first, and no more than {@value #MOST_CREDENTIALS}
 */
public record AccountReport(
        AccountId accountId,

        @Schema(description = "CLIENT for a program, PERSON for somebody who signs in on a page.", example = "CLIENT")
        AccountKind kind,

        @Schema(description = "What they type to sign in; null for whoever was given no name.", example = "nino.b")
        @Nullable
        SignInName signInName,

        @Schema(description = "The position at which it was created.", example = "4711")
        long created,

        @Schema(description = "When it was created, in UTC.", example = "2026-11-28T09:12:05.123Z")
        Instant createdAt,

        @Schema(description = "The position at which it was closed; null while it is open.", example = "4715") @Nullable
        Long closed,

        @Schema(
                description = "When it was closed for good, in UTC; null while it is open.",
                example = "2026-11-30T09:12:05.123Z")
        @Nullable
        Instant closedAt,

        @Schema(description = "The roles that it was granted and that nobody took away; some may be at their end.")
        List<HeldRole> roles,

        @Schema(description = "The credentials, the last that changed first; of many the last 50.")
        List<NamedCredential> credentials,

        @Schema(description = "What else it needs to sign in on the pages; null if nothing.") @Nullable
        HeldSecondFactor secondFactor,

        @AsOf long position) {

    static final int MOST_CREDENTIALS = 50;

    public AccountReport {
        roles = List.copyOf(roles);
        credentials = List.copyOf(credentials);
    }

    /** One role. */
    public record HeldRole(
            Role role,

            @Schema(
                    description = "The nodes that the role is for; empty for a role that is about none.",
                    example = "VAKE")
            List<NodeId> nodes,

            @Schema(description = "The holder whose data the role is about; null for others.", example = "c-1041")
            @Nullable
            HolderId holderId,

            @Schema(
                    description = "The first instant at which it is no longer in force, in UTC; null if it has no end.",
                    example = "2027-11-28T09:12:05Z")
            @Nullable
            Instant until,

            @Schema(description = "Whether its end has not come yet.", example = "true")
            boolean inForce,

            @Schema(description = "The account that granted it.", example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            AccountId grantedBy,

            @Schema(description = "The position at which it was granted.", example = "4712")
            long granted,

            @Schema(description = "When it was granted, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant grantedAt) {

        public HeldRole {
            nodes = List.copyOf(nodes);
        }
    }

    /** One credential, without anything of its secret. */
    public record NamedCredential(
            CredentialId credentialId,

            @Schema(
                    description =
                            "PROPOSED while it waits for a second person, LAPSED if none came in time or its own is"
                                    + " over, ISSUED while the account can sign in with it, REVOKED from then on.",
                    example = "ISSUED")
            CredentialState state,

            @Schema(
                    description =
                            "SECRET for one that was made here, ONE_TIME for one that is good once, for choosing a"
                                    + " password, PASSWORD for one that a person chose.",
                    example = "SECRET")
            CredentialKind kind,

            @Schema(
                    description = "The first instant at which it is good no longer, in UTC; null if it has no end.",
                    example = "2026-12-01T09:12:05Z")
            @Nullable
            Instant until,

            @Schema(
                    description = "The account that proposed it, where it took two people; null for others.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Nullable
            AccountId proposedBy,

            @Schema(
                    description = "Until when it can be confirmed, in UTC; null unless it waits for that.",
                    example = "2026-12-05T09:12:05Z")
            @Nullable
            Instant confirmBefore,

            @Schema(
                    description =
                            "The account that was shown the secret when it was made; null where that was not recorded.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Nullable
            AccountId shownTo,

            @Schema(description = "The position since which it stands so.", example = "4713")
            long since,

            @Schema(description = "When that was recorded, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant sinceAt) {}

    /** A second factor, without anything that its codes are made from. */
    public record HeldSecondFactor(
            @Schema(description = "The position at which it was enrolled.", example = "4714")
            long since,

            @Schema(description = "When that was recorded, in UTC.", example = "2026-11-28T09:12:05.123Z")
            Instant sinceAt,

            @Schema(description = "Its removal, if that waits for a second person; null if it does not.") @Nullable
            ProposedRemoval removal) {}

    /** That a second factor be taken off somebody. */
    public record ProposedRemoval(
            @Schema(description = "The account that proposed it.", example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            AccountId proposedBy,

            @Schema(
                    description =
                            "LOST if it is gone with its codes to recover, KNOWN_TO_OTHERS if somebody else may have it.",
                    example = "LOST")
            SecondFactorReason reason,

            @Schema(description = "Until when it can be confirmed, in UTC.", example = "2026-12-05T09:12:05Z")
            Instant confirmBefore) {}
}
