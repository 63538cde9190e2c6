package com.hotpotspot.bearer;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose tokens are believed.
 *
 * @param issuer what the claim {@code iss} must say
 * @param audience what the claim {@code aud} must name
 * @param algorithms what tokens may be signed with
 */
public record Trust(String issuer, String audience, Set<JWSAlgorithm> algorithms) {

    public Trust {
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * The algorithms of these names, as RFC 7518 has them.
     *
     * @throws IllegalArgumentException if there are none, or one takes a secret that two would have to share
     */
    public static Set<JWSAlgorithm> algorithms(Collection<String> names) {
        Set<JWSAlgorithm> algorithms = names.stream().map(JWSAlgorithm::parse).collect(Collectors.toUnmodifiableSet());
        if (algorithms.isEmpty() || !JWSAlgorithm.Family.SIGNATURE.containsAll(algorithms)) {
            throw new IllegalArgumentException(
                    "hotpotspot.access.algorithms must be asymmetric ones, such as ES256 or RS256");
        }
        return algorithms;
    }
}
