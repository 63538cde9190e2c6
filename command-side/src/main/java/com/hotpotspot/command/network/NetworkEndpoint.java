package com.hotpotspot.command.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.network.BusinessDaySet;
import com.hotpotspot.events.network.DayBegin;
import com.hotpotspot.events.network.NetworkFounded;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.VoidApprovalSet;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.wallet.WalletId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doors to what holds for the network as a whole. */
@RestController
@Roles(Role.NETWORK_OWNER)
class NetworkEndpoint {

    private final Commands commands;
    private final Answers answers;

    NetworkEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/api/v1/network")
    ResponseEntity<Answer<Founded>> found(@Valid @RequestBody Founding request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Founded::of);
    }

    @PostMapping("/api/v1/network/void-approval")
    ResponseEntity<Answer<VoidApproval>> setVoidApproval(@Valid @RequestBody VoidApprovalLimit request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), VoidApproval::of);
    }

    @PostMapping("/api/v1/network/business-day")
    ResponseEntity<Answer<BusinessDayAnswer>> setBusinessDay(
            @Valid @RequestBody BusinessDayBegin request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), BusinessDayAnswer::of);
    }

    /**
     * When business days begin, in Tbilisi.
     *
     * @param from the first day that begins so, for example 2026-12-31
     */
    record BusinessDayBegin(
            @NotNull @Pattern(regexp = DayBegin.FORM) @Nullable
            String beginsAt,

            @NotNull @Pattern(regexp = "[0-9]{4}-[0-9]{2}-[0-9]{2}") @Nullable
            String from) {

        SetBusinessDay command() {
            return new SetBusinessDay(new DayBegin(Objects.requireNonNull(beginsAt)), day());
        }

        private LocalDate day() {
            try {
                return LocalDate.parse(Objects.requireNonNull(from));
            } catch (DateTimeParseException e) {
                throw InvalidValue.of("from", "is no day of the calendar");
            }
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BusinessDayAnswer(
            DayBegin beginsAt, LocalDate from, @Nullable Long position) {

        static BusinessDayAnswer of(Landed<BusinessDaySet> landed) {
            BusinessDaySet fact = landed.answer();
            return new BusinessDayAnswer(fact.beginsAt(), fact.from(), landed.position());
        }
    }

    /** Above which total a void takes the approval of somebody else. */
    record VoidApprovalLimit(
            @NotNull @Min(1) @Max(SaleRecorded.HIGHEST_TOTAL_TETRI) @Nullable
            Long aboveTetri) {

        SetVoidApproval command() {
            return new SetVoidApproval(Tetri.of(Objects.requireNonNull(aboveTetri)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoidApproval(Tetri aboveTetri, @Nullable Long position) {

        static VoidApproval of(Landed<VoidApprovalSet> landed) {
            VoidApprovalSet fact = landed.answer();
            return new VoidApproval(fact.aboveTetri(), landed.position());
        }
    }

    /**
     * What to found.
     *
     * @param purpose LIVE if not given
     */
    record Founding(
            @NotNull @Pattern(regexp = OwnerId.FORM) @Nullable
            String founderId,

            @Nullable NetworkPurpose purpose) {

        FoundNetwork command() {
            return new FoundNetwork(
                    new OwnerId(Objects.requireNonNull(founderId)),
                    Objects.requireNonNullElse(purpose, NetworkPurpose.LIVE));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Founded(
            OwnerId founderId,
            WalletId founderWallet,
            Units genesisUnits,
            NetworkPurpose purpose,
            @Nullable Long position) {

        static Founded of(Landed<NetworkFounded> landed) {
            NetworkFounded fact = landed.answer();
            return new Founded(
                    fact.founder(), fact.founderWallet(), fact.genesisUnits(), fact.purpose(), landed.position());
        }
    }
}
