package com.hotpotspot.command.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.events.wallet.WalletKind;
import com.hotpotspot.events.wallet.WalletOpened;
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door through which wallets are opened. */
@RestController
@Roles({Role.NETWORK_OWNER, Role.CUSTOMER})
class WalletEndpoint {

    private final Commands commands;
    private final Answers answers;

    WalletEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/api/v1/wallets")
    @Operation(operationId = "openWallet", summary = "Open a holder's wallet")
    @Creates
    ResponseEntity<Answer<Opened>> open(@Valid @RequestBody Opening request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Opened::of);
    }

    /** Whose wallet to open. */
    record Opening(
            @NotNull @Pattern(regexp = HolderId.FORM) @Nullable
            String holderId) {

        OpenWallet command() {
            return new OpenWallet(new HolderId(Objects.requireNonNull(holderId)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opened(
            WalletId walletId,

            @Schema(description = "What the wallet is for.", example = "CUSTOMER")
            WalletKind kind,

            HolderId holderId,
            @RecordedAt @Nullable Long position) {

        static Opened of(Landed<WalletOpened> landed) {
            WalletOpened fact = landed.answer();
            return new Opened(fact.wallet(), fact.kind(), fact.holder(), landed.position());
        }
    }
}
