package com.hotpotspot.command.policy;

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
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.events.policy.TokenPolicyWithdrawn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The doors through which token policies are adopted and withdrawn. */
@RestController
@Roles(Role.NETWORK_OWNER)
class PolicyEndpoint {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    private final Commands commands;
    private final Answers answers;

    PolicyEndpoint(Commands commands, Answers answers) {
        this.commands = commands;
        this.answers = answers;
    }

    @PostMapping("/api/v1/policies")
    ResponseEntity<Answer<Adopted>> adopt(@Valid @RequestBody Adoption request, Caller caller) {
        return answers.created(commands.send(request.command(), caller), Adopted::of);
    }

    @PostMapping("/api/v1/policies/{version}/withdraw")
    ResponseEntity<Answer<Withdrawn>> withdraw(@PathVariable String version, Caller caller) {
        InvalidValue.unless(VERSION.matcher(version).matches(), "version", "must be a whole number from 1");
        return answers.ok(commands.send(new WithdrawTokenPolicy(Integer.parseInt(version)), caller), Withdrawn::of);
    }

    /**
     * A policy to adopt. The least total, windows, caps and the price stay what they were in the first policy where
     * they are left out.
     */
    record Adoption(
            @NotNull @Nullable Instant effectiveFrom,
            @NotNull @Nullable EmissionKind emission,

            @NotNull @Min(1) @Max(Emission.MAX_UNITS) @Nullable
            Long emissionUnits,

            @Min(1) @Max(TokenPolicy.HIGHEST_LEAST_TOTAL) @Nullable
            Long leastTotalTetri,

            @NotNull @Valid @Nullable Percents ownerSplit,
            @NotNull @Valid @Nullable Percents franchiseSplit,

            @Min(0) @Max(TokenPolicy.LONGEST_WINDOW_MINUTES) @Nullable
            Integer voidWindowMinutes,

            @Min(0) @Max(TokenPolicy.LONGEST_WINDOW_MINUTES) @Nullable
            Integer claimWindowMinutes,

            @Valid @Nullable CapsDocument caps,

            @Min(1) @Max(AdoptTokenPolicy.HIGHEST_TOKEN_PRICE) @Nullable
            Long tokenPriceTetri) {

        AdoptTokenPolicy command() {
            TokenPolicy first = TokenPolicies.FIRST;
            TokenPolicy policy = new TokenPolicy(
                    first.version(),
                    new Emission(Objects.requireNonNull(emission), Units.of(Objects.requireNonNull(emissionUnits))),
                    leastTotalTetri == null ? first.leastTotal() : Tetri.of(leastTotalTetri),
                    Objects.requireNonNull(ownerSplit).split(),
                    Objects.requireNonNull(franchiseSplit).split(),
                    voidWindowMinutes == null ? first.voidWindow() : Duration.ofMinutes(voidWindowMinutes),
                    claimWindowMinutes == null ? first.claimWindow() : Duration.ofMinutes(claimWindowMinutes),
                    caps == null ? first.caps() : caps.caps(),
                    tokenPriceTetri == null ? first.tokenPrice() : Tetri.of(tokenPriceTetri));
            return new AdoptTokenPolicy(policy, Objects.requireNonNull(effectiveFrom));
        }
    }

    /** A split in percent. */
    record Percents(
            @NotNull @Min(0) @Max(100) @Nullable Integer owner,
            @NotNull @Min(0) @Max(100) @Nullable Integer buyer,
            @NotNull @Min(0) @Max(100) @Nullable Integer royalty) {

        Split split() {
            return new Split(
                    Objects.requireNonNull(owner), Objects.requireNonNull(buyer), Objects.requireNonNull(royalty));
        }
    }

    /** Ownership caps in percent of supply. */
    record CapsDocument(
            @NotNull @Min(1) @Max(100) @Nullable Integer founder,
            @NotNull @Min(1) @Max(100) @Nullable Integer franchisee,
            @NotNull @Min(1) @Max(100) @Nullable Integer customer) {

        Caps caps() {
            return new Caps(
                    Objects.requireNonNull(founder),
                    Objects.requireNonNull(franchisee),
                    Objects.requireNonNull(customer));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Adopted(
            int version, Instant effectiveFrom, @Nullable Long position) {

        static Adopted of(Landed<TokenPolicyAdopted> landed) {
            TokenPolicyAdopted fact = landed.answer();
            return new Adopted(fact.version(), fact.effectiveFrom(), landed.position());
        }
    }

    /** @param withdrawn true, now or from an earlier request */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Withdrawn(
            int version, boolean withdrawn, @Nullable Long position) {

        static Withdrawn of(Landed<TokenPolicyWithdrawn> landed) {
            TokenPolicyWithdrawn fact = landed.answer();
            return new Withdrawn(fact.version(), true, landed.position());
        }
    }
}
