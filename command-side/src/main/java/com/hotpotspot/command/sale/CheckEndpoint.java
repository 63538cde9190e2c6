package com.hotpotspot.command.sale;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.receipt.ClaimCodes;
import com.hotpotspot.command.receipt.ScannedCheck;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.wallet.WalletCode;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door for whoever holds a receipt. Codes are looked at here and go no further. */
@RestController
@RequestMapping("/api/v1/checks")
@Roles({Role.NETWORK_OWNER, Role.CUSTOMER})
class CheckEndpoint {

    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_QR = 1_024;

    private final Commands commands;
    private final ClaimCodes codes;
    private final WrongCodes wrongCodes;
    private final Answers answers;

    CheckEndpoint(Commands commands, ClaimCodes codes, WrongCodes wrongCodes, Answers answers) {
        this.commands = commands;
        this.codes = codes;
        this.wrongCodes = wrongCodes;
        this.answers = answers;
    }

    @PostMapping("/{checkId}/claim")
    @Operation(
            operationId = "claimCheck",
            summary = "Claim a receipt by its typed code",
            description =
                    "Five wrong codes in a row lock the check for 30 minutes against codes that are typed. An account that types twenty wrong ones within an hour is answered 429 (`claim-codes-exhausted`) until the hour is over.")
    @Creates
    @CheckCode.Refused({
        CheckCode.CHECK_UNKNOWN,
        CheckCode.CHECK_CLAIMED,
        CheckCode.CHECK_VOIDED,
        CheckCode.CHECK_EXPIRED,
        CheckCode.CHECK_LOCKED,
        CheckCode.CLAIM_CODE_WRONG,
        CheckCode.CLAIM_CODES_EXHAUSTED
    })
    @UnknownCode.Refused(UnknownCode.WALLET_UNKNOWN)
    @WalletCode.Refused(WalletCode.WALLET_CANNOT_CLAIM)
    ResponseEntity<Answer<Claimed>> claim(
            @PathVariable String checkId, @Valid @RequestBody TypedClaim request, Caller caller) {
        CheckId check = CheckId.parse(checkId);
        WalletId wallet = new WalletId(requireNonNull(request.walletId()));
        boolean right =
                wrongCodes.isRight(caller.account(), () -> codes.matches(check, requireNonNull(request.claimCode())));
        return claim(new ClaimCheck(check, right ? ClaimProof.TYPED : ClaimProof.WRONG, wallet), caller);
    }

    /** The check is named by what was scanned; a text that is not ours names none, and so counts against none. */
    @PostMapping("/claim")
    @Operation(
            operationId = "claimScannedCheck",
            summary = "Claim a receipt by its scanned QR code",
            description = "It is signed, so that a lock does not concern it.")
    @Creates
    @CheckCode.Refused({
        CheckCode.CHECK_UNKNOWN,
        CheckCode.CHECK_CLAIMED,
        CheckCode.CHECK_VOIDED,
        CheckCode.CHECK_EXPIRED
    })
    @UnknownCode.Refused(UnknownCode.WALLET_UNKNOWN)
    @WalletCode.Refused(WalletCode.WALLET_CANNOT_CLAIM)
    ResponseEntity<Answer<Claimed>> claim(@Valid @RequestBody ScannedClaim request, Caller caller) {
        CheckId check = codes.readQr(requireNonNull(request.qr()))
                .map(ScannedCheck::check)
                .orElseThrow(() -> InvalidValue.of("qr", "is not the code of a receipt"));
        WalletId wallet = new WalletId(requireNonNull(request.walletId()));
        return claim(new ClaimCheck(check, ClaimProof.SCANNED, wallet), caller);
    }

    private ResponseEntity<Answer<Claimed>> claim(ClaimCheck command, Caller caller) {
        return answers.created(commands.send(command, caller), CheckEndpoint::claimed);
    }

    /** @throws CommandRefused if the code was wrong, which is recorded all the same */
    private static Claimed claimed(Landed<ClaimOutcome> landed) {
        return switch (landed.answer()) {
            case ClaimOutcome.Claimed(var claim) ->
                new Claimed(claim.check(), claim.claimant(), claim.units(), landed.position());
            case ClaimOutcome.WrongCode(int left) ->
                throw new CommandRefused(
                        CheckCode.CLAIM_CODE_WRONG,
                        left == 1
                                ? "The claim code is wrong; one attempt is left."
                                : String.format(Locale.ROOT, "The claim code is wrong; %d attempts are left.", left));
            case ClaimOutcome.Locked(var until) ->
                throw new CommandRefused(
                        CheckCode.CHECK_LOCKED,
                        "The claim code is wrong, and the check is locked until %s.".formatted(until));
        };
    }

    /** A claim by somebody who typed the code. */
    record TypedClaim(
            @NotBlank @Size(max = LONGEST_CODE) @Nullable String claimCode,
            @NotNull @Nullable String walletId) {

        /** Without the code, which no log line may hold. */
        @Override
        public String toString() {
            return "a claim for " + walletId;
        }
    }

    /** A claim by somebody who scanned the receipt. */
    record ScannedClaim(
            @Schema(
                    description = "The text of the QR code that was scanned.",
                    example = "eyJhbGciOiJIUzI1NiJ9.eyJjIjoiVkFLRTo0NzExIiwiayI6IjdLM005UVhEMkZIVCJ9.c2lnbmF0dXJl")
            @NotBlank
            @Size(max = LONGEST_QR)
            @Nullable
            String qr,

            @NotNull @Nullable String walletId) {

        /** Without the code, which no log line may hold. */
        @Override
        public String toString() {
            return "a claim for " + walletId;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Claimed(
            CheckId checkId,
            WalletId walletId,

            @Schema(description = "What the check held, in units (1 token = 100 units).", example = "49")
            Units units,

            @RecordedAt @Nullable Long position) {}
}
