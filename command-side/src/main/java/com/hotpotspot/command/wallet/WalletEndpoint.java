package com.hotpotspot.command.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletLabel;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.events.wallet.WalletReinstated;
import com.hotpotspot.events.wallet.WalletSuspended;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The door to wallets. */
@RestController
@RequestMapping("/api/v1/wallets")
@Roles({Role.NETWORK_OWNER, Role.CUSTOMER})
class WalletEndpoint {

    private final Commands commands;
    private final Answers answers;

    WalletEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping
    @Operation(
            operationId = "openWallet",
            summary = "Open a holder's wallet",
            description = "Asked for again it is answered as it was opened, whatever its label is said to be.")
    @Creates
    ResponseEntity<Answer<Opened>> open(@Valid @RequestBody Opening request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Opened::of);
    }

    @PostMapping("/{walletId}/suspend")
    @Operation(
            operationId = "suspendWallet",
            summary = "Suspend a wallet",
            description =
                    "It goes on to receive, so receipts can be claimed into it, and sends nothing. So far no wallet sends, so this is recorded for whoever reads the log and refuses nothing.")
    @UnknownCode.Refused(UnknownCode.WALLET_UNKNOWN)
    @WalletCode.Refused(WalletCode.WALLET_CANNOT_BE_SUSPENDED)
    @Roles(Role.NETWORK_OWNER)
    ResponseEntity<Answer<Suspension>> suspend(@PathVariable String walletId, Caller caller) {
        return answers.ok(commands.send(new SuspendWallet(new WalletId(walletId)), caller), Suspension::ofSuspended);
    }

    @PostMapping("/{walletId}/reinstate")
    @Operation(operationId = "reinstateWallet", summary = "Suspend a wallet no longer")
    @UnknownCode.Refused(UnknownCode.WALLET_UNKNOWN)
    @WalletCode.Refused(WalletCode.WALLET_CANNOT_BE_SUSPENDED)
    @Roles(Role.NETWORK_OWNER)
    ResponseEntity<Answer<Suspension>> reinstate(@PathVariable String walletId, Caller caller) {
        return answers.ok(commands.send(new ReinstateWallet(new WalletId(walletId)), caller), Suspension::ofReinstated);
    }

    /** Whose wallet to open. */
    record Opening(
            @NotNull @Pattern(regexp = HolderId.FORM) @Nullable
            String holderId,

            @Schema(
                    description =
                            "What the wallet is for: CUSTOMER, which is also meant if nothing is said, or CHARITY, which the network's owner opens.",
                    example = "CUSTOMER")
            @Nullable
            WalletKind kind,

            @Schema(
                    description =
                            "What an organisation calls the wallet. A person's has none, since it might say who that is.",
                    example = "Children's fund")
            @Size(min = 1, max = WalletLabel.MAX_LENGTH)
            @Nullable
            String label) {

        OpenWallet command() {
            return new OpenWallet(
                    new HolderId(Objects.requireNonNull(holderId)),
                    Objects.requireNonNullElse(kind, WalletKind.CUSTOMER),
                    Optional.ofNullable(label).map(WalletLabel::new));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            WalletId walletId,

            @Schema(description = "What the wallet is for.", example = "CUSTOMER")
            WalletKind kind,

            HolderId holderId,

            @Schema(description = "What the organisation calls it, if it does.", example = "Children's fund") @Nullable
            WalletLabel label,

            @RecordedAt @Nullable Long position) {

        static Opened of(Landed<WalletOpened> landed) {
            WalletOpened fact = landed.answer();
            return new Opened(fact.wallet(), fact.kind(), fact.holder(), fact.label(), landed.position());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suspension(
            WalletId walletId,

            @Schema(description = "Whether the wallet is suspended.", example = "true")
            boolean suspended,

            @RecordedAt @Nullable Long position) {

        static Suspension ofSuspended(Landed<WalletSuspended> landed) {
            return new Suspension(landed.answer().wallet(), true, landed.position());
        }

        static Suspension ofReinstated(Landed<WalletReinstated> landed) {
            return new Suspension(landed.answer().wallet(), false, landed.position());
        }
    }
}
