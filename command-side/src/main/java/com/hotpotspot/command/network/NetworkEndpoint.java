package com.hotpotspot.command.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.access.Roles;
import com.hotpotspot.answer.Answer;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.dispatch.Landed;
import com.hotpotspot.command.web.Answers;
import com.hotpotspot.command.web.RecordedAt;
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
import com.hotpotspot.openapi.Creates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
    @Operation(operationId = "foundNetwork", summary = "Found the network, once")
    @Creates
    @NetworkCode.Refused(NetworkCode.NETWORK_ALREADY_FOUNDED)
    ResponseEntity<Answer<Founded>> found(@Valid @RequestBody Founding request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Founded::of);
    }

    @PostMapping("/api/v1/network/void-approval")
    @Operation(
            operationId = "setVoidApproval",
            summary = "Say which voids take an approval",
            description = "Voids of sales that come to more than this take the approval of somebody else.")
    @Creates
    @NetworkCode.Refused(NetworkCode.NETWORK_NOT_FOUNDED)
    ResponseEntity<Answer<VoidApproval>> setVoidApproval(@Valid @RequestBody VoidApprovalLimit request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), VoidApproval::of);
    }

    @PostMapping("/api/v1/network/business-day")
    @Operation(
            operationId = "setBusinessDay",
            summary = "Say when business days begin",
            description =
                    "From the named day on they begin at this time of day in Tbilisi, 00:00 to 06:00. A day that has begun, or does within ten minutes, is not moved.")
    @Creates
    @NetworkCode.Refused({
        NetworkCode.NETWORK_NOT_FOUNDED,
        NetworkCode.BUSINESS_DAY_HAS_BEGUN,
        NetworkCode.BUSINESS_DAY_TOO_FAR_AHEAD
    })
    ResponseEntity<Answer<BusinessDayAnswer>> setBusinessDay(
            @Valid @RequestBody BusinessDayBegin request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), BusinessDayAnswer::of);
    }

    /** When business days begin, in Tbilisi. */
    record BusinessDayBegin(
            @Schema(
                    description = "When they begin, as a time of day in Tbilisi from 00:00 to 06:00.",
                    example = "04:00")
            @NotNull
            @Pattern(regexp = DayBegin.FORM)
            @Nullable
            String beginsAt,

            @Schema(description = "The first day that begins so.", example = "2026-12-31")
            @NotNull
            @Pattern(regexp = "[0-9]{4}-[0-9]{2}-[0-9]{2}")
            @Nullable
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
            @Schema(description = "When they begin, as a time of day in Tbilisi.", example = "04:00")
            DayBegin beginsAt,

            @Schema(description = "The first day that begins so.", example = "2026-12-31")
            LocalDate from,

            @RecordedAt @Nullable Long position) {

        static BusinessDayAnswer of(Landed<BusinessDaySet> landed) {
            BusinessDaySet fact = landed.answer();
            return new BusinessDayAnswer(fact.beginsAt(), fact.from(), landed.position());
        }
    }

    /** Above which total a void takes the approval of somebody else. */
    record VoidApprovalLimit(
            @Schema(
                    description =
                            "Above which total a void takes the approval of somebody else, in tetri (1 GEL = 100 tetri).",
                    example = "5000")
            @NotNull
            @Min(1)
            @Max(SaleRecorded.HIGHEST_TOTAL_TETRI)
            @Nullable
            Long aboveTetri) {

        SetVoidApproval command() {
            return new SetVoidApproval(Tetri.of(Objects.requireNonNull(aboveTetri)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoidApproval(
            @Schema(
                    description =
                            "Above which total a void takes the approval of somebody else, in tetri (1 GEL = 100 tetri).",
                    example = "5000")
            Tetri aboveTetri,

            @RecordedAt @Nullable Long position) {

        static VoidApproval of(Landed<VoidApprovalSet> landed) {
            VoidApprovalSet fact = landed.answer();
            return new VoidApproval(fact.aboveTetri(), landed.position());
        }
    }

    /** What to found. */
    record Founding(
            @Schema(description = "Whoever founds it. It must not say who that is.", example = "founder")
            @NotNull
            @Pattern(regexp = OwnerId.FORM)
            @Nullable
            String founderId,

            @Schema(
                    description = "LIVE, or DEMO for a network that is made to be shown; LIVE if left out.",
                    example = "LIVE")
            @Nullable
            NetworkPurpose purpose) {

        FoundNetwork command() {
            return new FoundNetwork(
                    new OwnerId(Objects.requireNonNull(founderId)),
                    Objects.requireNonNullElse(purpose, NetworkPurpose.LIVE));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Founded(
            @Schema(description = "Whoever founded it.", example = "founder")
            OwnerId founderId,

            @Schema(description = "The founder's wallet.", example = "own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12")
            WalletId founderWallet,

            @Schema(description = "What the founder began with, in units (1 token = 100 units).", example = "100000000")
            Units genesisUnits,

            NetworkPurpose purpose,
            @RecordedAt @Nullable Long position) {

        static Founded of(Landed<NetworkFounded> landed) {
            NetworkFounded fact = landed.answer();
            return new Founded(
                    fact.founder(), fact.founderWallet(), fact.genesisUnits(), fact.purpose(), landed.position());
        }
    }
}
