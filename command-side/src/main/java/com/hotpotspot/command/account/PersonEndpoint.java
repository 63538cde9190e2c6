package com.hotpotspot.command.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.account.SecondFactorReason;
import com.hotpotspot.events.account.SecondFactorRemovalProposed;
import com.hotpotspot.events.account.SecondFactorRemoved;
import com.hotpotspot.events.account.SignInName;
import com.hotpotspot.events.account.SignInNameGiven;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to how a person signs in. */
@RestController
@RequestMapping("/api/v1/accounts/{accountId}")
@Roles(Role.ADMIN)
class PersonEndpoint {

    private final Commands commands;
    private final Answers answers;

    PersonEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/sign-in-name")
    @Operation(
            operationId = "giveSignInName",
            summary = "Give a person a name to sign in with",
            description =
                    "It takes the place of the one before. Upper and lower case are one. It stands in the log, so that it should not be anybody's name in full.")
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.ACCOUNT_NOT_A_PERSONS, AccountCode.SIGN_IN_NAME_TAKEN
    })
    ResponseEntity<Answer<Named>> giveSignInName(
            @PathVariable String accountId, @Valid @RequestBody Naming request, Caller caller) {
        GiveSignInName command = new GiveSignInName(new AccountId(accountId), request.name());
        return answers.ok(commands.send(command, caller), Named::of);
    }

    @PostMapping("/second-factor/removals")
    @Operation(
            operationId = "proposeSecondFactorRemoval",
            summary = "Propose that an account signs in without its second factor",
            description = "For somebody who has lost it. Another administrator confirms; it lapses after seven days.")
    @Creates
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({AccountCode.ACCOUNT_CLOSED, AccountCode.SECOND_FACTOR_UNKNOWN})
    ResponseEntity<Answer<RemovalProposed>> proposeSecondFactorRemoval(
            @PathVariable String accountId, @Valid @RequestBody Removal request, Caller caller) {
        ProposeSecondFactorRemoval command = new ProposeSecondFactorRemoval(
                new AccountId(accountId), Objects.requireNonNull(request.reason()), caller.account());
        return answers.created(commands.send(command, caller), RemovalProposed::of);
    }

    @PostMapping("/second-factor/removals/confirm")
    @Operation(
            operationId = "confirmSecondFactorRemoval",
            summary = "Confirm that an account signs in without its second factor")
    @UnknownCode.Refused(UnknownCode.ACCOUNT_UNKNOWN)
    @AccountCode.Refused({
        AccountCode.ACCOUNT_CLOSED,
        AccountCode.SECOND_FACTOR_UNKNOWN,
        AccountCode.PROPOSAL_BY_ONESELF,
        AccountCode.PROPOSAL_LAPSED
    })
    ResponseEntity<Answer<Removed>> confirmSecondFactorRemoval(@PathVariable String accountId, Caller caller) {
        ConfirmSecondFactorRemoval command = new ConfirmSecondFactorRemoval(new AccountId(accountId), caller.account());
        return answers.ok(commands.send(command, caller), Removed::of);
    }

    /** Why a second factor is to be removed. */
    record Removal(
            @Schema(
                    description =
                            "LOST for one that is gone with its codes to recover, KNOWN_TO_OTHERS for one that somebody else may have.",
                    example = "LOST")
            @NotNull
            @Nullable
            SecondFactorReason reason) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemovalProposed(
            AccountId accountId,

            @Schema(description = "Why it is to be removed.", example = "LOST")
            SecondFactorReason reason,

            @Schema(
                    description = "The first instant at which it can no longer be confirmed, in UTC.",
                    example = "2026-12-05T09:12:05Z")
            Instant confirmBefore,

            @RecordedAt @Nullable Long position) {

        static RemovalProposed of(Landed<SecondFactorRemovalProposed> landed) {
            SecondFactorRemovalProposed fact = landed.answer();
            return new RemovalProposed(fact.account(), fact.reason(), fact.lapsesAt(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Removed(
            AccountId accountId,

            @Schema(description = "Why it was removed.", example = "LOST")
            SecondFactorReason reason,

            @RecordedAt @Nullable Long position) {

        static Removed of(Landed<SecondFactorRemoved> landed) {
            return new Removed(landed.answer().account(), landed.answer().reason(), landed.position());
        }
    }

    /** A name to give. */
    record Naming(
            @Schema(
                    description =
                            "What the person types: a to z, 0 to 9, dots and hyphens, beginning with a letter; upper case is read as lower.",
                    example = "vake.cash-1")
            @NotNull
            @Size(min = SignInName.SHORTEST, max = SignInName.LONGEST)
            @Pattern(regexp = "[A-Za-z][A-Za-z0-9.-]*")
            @Nullable
            String signInName) {

        SignInName name() {
            return new SignInName(Objects.requireNonNull(signInName).toLowerCase(Locale.ROOT));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Named(
            AccountId accountId,

            @Schema(description = "What the person signs in with now.", example = "vake.cash-1")
            SignInName signInName,

            @RecordedAt @Nullable Long position) {

        static Named of(Landed<SignInNameGiven> landed) {
            return new Named(landed.answer().account(), landed.answer().name(), landed.position());
        }
    }
}
