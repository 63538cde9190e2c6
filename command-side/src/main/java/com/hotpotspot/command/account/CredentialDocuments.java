package com.hotpotspot.command.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.command.credential.ClientSecret;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.account.CredentialIssued;
import com.hotpotspot.events.account.CredentialKind;
import com.hotpotspot.events.account.CredentialProposed;
import com.hotpotspot.events.account.CredentialRevoked;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the doors to the credentials of accounts take and answer. */
final class CredentialDocuments {

    private CredentialDocuments() {}

    /** A credential to issue. */
    record Credential(
            @Schema(
                    description = "A UUID, for those who may have to ask again; chosen by the system if left out.",
                    example = "3f0c5a6e-9d1b-4c58-8f5e-2a7b6c1d0e94")
            @Pattern(regexp = AccountDocuments.UUID)
            @Nullable
            String credentialId,

            @Schema(
                    description =
                            "Whether it is good once, for a person to choose a password with within three days; not if left out.",
                    example = "true")
            @Nullable
            Boolean oneTime) {

        boolean isOneTime() {
            return Boolean.TRUE.equals(oneTime);
        }

        CredentialKind kind() {
            return isOneTime() ? CredentialKind.ONE_TIME : CredentialKind.SECRET;
        }

        CredentialId id(String ifNotGiven) {
            return new CredentialId(Objects.requireNonNullElse(credentialId, ifNotGiven));
        }
    }

    /**
     * @param clientSecret in one answer and never again
     * @param until null for one that has no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            AccountId clientId,
            CredentialId credentialId,
            @Nullable String clientSecret,

            @Schema(description = "SECRET, or ONE_TIME for one to choose a password with.", example = "SECRET")
            CredentialKind kind,

            @Schema(
                    description = "The first instant at which a one-time secret is good for nothing any more, in UTC.",
                    example = "2026-12-05T09:12:05Z")
            @Nullable
            Instant until,

            @RecordedAt @Nullable Long position) {

        static Issued of(CredentialDesk.Issued issued) {
            CredentialIssued fact = issued.fact();
            return new Issued(
                    fact.account(),
                    fact.credential(),
                    issued.secret().map(ClientSecret::value).orElse(null),
                    fact.kind(),
                    fact.until(),
                    issued.position());
        }

        /** Without the secret, so that no log line can hold it. */
        @Override
        public String toString() {
            return "credential %s of %s".formatted(credentialId, clientId);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposed(
            AccountId accountId,
            CredentialId credentialId,

            @Schema(description = "SECRET, or ONE_TIME for one to choose a password with.", example = "SECRET")
            CredentialKind kind,

            @Schema(
                    description = "The first instant at which it can no longer be confirmed, in UTC.",
                    example = "2026-12-05T09:12:05Z")
            Instant confirmBefore,

            @RecordedAt @Nullable Long position) {

        static Proposed of(Landed<CredentialProposed> landed) {
            CredentialProposed fact = landed.answer();
            return new Proposed(fact.account(), fact.credential(), fact.kind(), fact.lapsesAt(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            AccountId accountId,
            CredentialId credentialId,
            @RecordedAt @Nullable Long position) {

        static Withdrawn of(Landed<CredentialRevoked> landed) {
            CredentialRevoked fact = landed.answer();
            return new Withdrawn(fact.account(), fact.credential(), landed.position());
        }
    }
}
