package com.hotpotspot.query.policy;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.minting.Split;
import com.hotpotspot.events.minting.TokenPolicy;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import com.hotpotspot.events.policy.EmissionKind;
import com.hotpotspot.events.policy.PercentSplit;
import com.hotpotspot.events.policy.TokenPolicyAdopted;
import com.hotpotspot.query.web.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody typed it, what it leaves out being as in the one in force. Public methods are for templates.
 *
 * @param typed every field as it was typed, or as it is
 * @param policy null if it cannot be
 * @param wrong the field that is to blame for that, which ends the key of the words for it; null if it can be
 */
record ProposedPolicy(
        Map<String, String> typed,
        @Nullable TokenPolicy policy,
        @Nullable String wrong) {

    private static final String EMISSION = "emission";
    private static final String UNITS = "emissionUnits";
    private static final String LEAST = "leastTotalTetri";
    private static final String OWNER = "ownerSplit";
    private static final String FRANCHISE = "franchiseSplit";

    /** The fields that can be to blame. */
    static final List<String> FIELDS = List.of(EMISSION, UNITS, LEAST, OWNER, FRANCHISE);

    /** What is to blame where none of the fields is. */
    static final String OTHER = "other";

    static ProposedPolicy of(Parameters parameters, TokenPolicyAdopted inForce) {
        Map<String, String> typed = fields(inForce);
        typed.replaceAll((name, value) -> {
            String text = parameters.text(name);
            return text == null ? value : text;
        });
        try {
            return new ProposedPolicy(typed, policy(typed, inForce), null);
        } catch (InvalidValue e) {
            return new ProposedPolicy(typed, null, FIELDS.contains(e.field()) ? e.field() : OTHER);
        }
    }

    /** Who gets which part of a mint on a node of the network's own; only of one that can be. */
    public KnownPolicy.Percents ownerSplit() {
        return KnownPolicy.Percents.of(Objects.requireNonNull(policy).ownerNodeSplit());
    }

    /** The same on a franchisee's node. */
    public KnownPolicy.Percents franchiseSplit() {
        return KnownPolicy.Percents.of(Objects.requireNonNull(policy).franchiseNodeSplit());
    }

    /** By the names of the command that adopts it. */
    private static Map<String, String> fields(TokenPolicyAdopted policy) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(EMISSION, policy.emission().name());
        fields.put(UNITS, Long.toString(policy.emissionUnits().value()));
        fields.put(LEAST, Long.toString(policy.leastTotalTetri().value()));
        put(fields, OWNER, policy.ownerSplit());
        put(fields, FRANCHISE, policy.franchiseSplit());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, PercentSplit split) {
        fields.put(name + ".owner", Integer.toString(split.owner()));
        fields.put(name + ".buyer", Integer.toString(split.buyer()));
        fields.put(name + ".royalty", Integer.toString(split.royalty()));
    }

    private static TokenPolicy policy(Map<String, String> typed, TokenPolicyAdopted inForce) {
        return TokenPolicy.of(new TokenPolicyAdopted(
                inForce.version(),
                inForce.effectiveFrom(),
                emission(typed),
                Units.of(number(typed, UNITS, UNITS)),
                Tetri.of(number(typed, LEAST, LEAST)),
                split(typed, OWNER),
                split(typed, FRANCHISE),
                inForce.voidWindowMinutes(),
                inForce.claimWindowMinutes(),
                inForce.caps(),
                inForce.tokenPriceTetri()));
    }

    private static EmissionKind emission(Map<String, String> typed) {
        return Arrays.stream(EmissionKind.values())
                .filter(kind -> kind.name().equals(typed.get(EMISSION)))
                .findFirst()
                .orElseThrow(() -> InvalidValue.of(EMISSION, "is not one of " + List.of(EmissionKind.values())));
    }

    private static PercentSplit split(Map<String, String> typed, String name) {
        int owner = Math.toIntExact(number(typed, name + ".owner", name));
        int buyer = Math.toIntExact(number(typed, name + ".buyer", name));
        int royalty = Math.toIntExact(number(typed, name + ".royalty", name));
        try {
            Split checked = new Split(owner, buyer, royalty);
            return new PercentSplit(checked.ownerPercent(), checked.buyerPercent(), checked.royaltyPercent());
        } catch (InvalidValue e) {
            throw InvalidValue.of(name, e.reason());
        }
    }

    /** @param field to blame if it is none */
    private static long number(Map<String, String> typed, String name, String field) {
        return Optional.ofNullable(typed.get(name))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::parseLong)
                .orElseThrow(() -> InvalidValue.of(field, "must be a whole number"));
    }
}
