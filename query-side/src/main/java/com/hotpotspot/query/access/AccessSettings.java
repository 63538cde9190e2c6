package com.hotpotspot.query.access;

import com.hotpotspot.bearer.Trust;
import com.hotpotspot.events.account.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens open doors here, and where people sign in.
 *
 * @param issuer what the claim {@code iss} of a token says
 * @param jwksUri where the issuer publishes its keys; asked by this server
 * @param audience what the claim {@code aud} of an access token must name
 * @param rolesClaim where an access token lists roles; dots lead into objects
 * @param algorithms what tokens may be signed with
 * @param clientId what the pages are called at the issuer
 * @param clientSecret for an issuer that asks the pages for one
 * @param authorizationUri where people are sent to sign in
 * @param tokenUri where this server asks for a person's tokens
 * @param endSessionUri where people are sent to sign out
 * @param accountUri where people change what they sign in with; null if there is no such place
 * @param limits requests in a second, where they differ from the usual
 */
@ConfigurationProperties("hotpotspot.access")
record AccessSettings(
        URI issuer,
        URI jwksUri,
        String audience,
        String rolesClaim,
        List<String> algorithms,
        String clientId,
        @Nullable String clientSecret,
        URI authorizationUri,
        URI tokenUri,
        URI endSessionUri,
        @Nullable URI accountUri,
        @DefaultValue Map<Role, Integer> limits) {

    private static final String PREFIX = "hotpotspot.access.";

    AccessSettings {
        mustBeAddress("issuer", issuer);
        mustBeAddress("jwks-uri", jwksUri);
        mustBeAddress("authorization-uri", authorizationUri);
        mustBeAddress("token-uri", tokenUri);
        mustBeAddress("end-session-uri", endSessionUri);
        accountUri = accountUri == null || accountUri.toString().isEmpty() ? null : accountUri;
        if (accountUri != null) {
            mustBeAddress("account-uri", accountUri);
        }
        mustBeThere("audience", audience);
        mustBeThere("roles-claim", rolesClaim);
        mustBeThere("client-id", clientId);
        algorithms = List.copyOf(algorithms);
        limits = Map.copyOf(limits);
        require(limits.values().stream().allMatch(times -> times > 0), "limits", "must be 1 or more");
        Trust.algorithms(algorithms);
        clientSecret = clientSecret == null || clientSecret.isBlank() ? null : clientSecret;
    }

    Trust trust() {
        return new Trust(issuer.toString(), audience, Trust.algorithms(algorithms));
    }

    private static void mustBeAddress(String name, URI address) {
        require(
                address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme())),
                name,
                "must be an address that begins with https:// or http://");
    }

    private static void mustBeThere(String name, String text) {
        require(!text.isBlank(), name, "must not be empty");
    }

    private static void require(boolean condition, String name, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(PREFIX + name + " " + rule);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AccessSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId);
    }
}
