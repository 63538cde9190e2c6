package com.hotpotspot.query.web;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where forms of the pages may lead besides to the pages themselves.
 *
 * @param origins each a scheme, a host and, where it needs one, a port
 */
public record FormTargets(Set<String> origins) {

    public FormTargets {
        origins = Set.copyOf(origins);
    }

    /** The origins of these addresses. */
    public static FormTargets at(URI... addresses) {
        return new FormTargets(Stream.of(addresses)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority())
                .collect(Collectors.toUnmodifiableSet()));
    }
}
