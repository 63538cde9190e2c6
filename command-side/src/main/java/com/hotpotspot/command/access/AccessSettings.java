package com.hotpotspot.command.access;

import com.hotpotspot.access.Identity;
import com.hotpotspot.events.account.Role;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whose tokens are believed, and how often one may come.
 *
 * @param issuer what tokens must say about who issued them
 * @param jwksUri where an outside issuer publishes its keys; without it the built-in issuer is asked, in this process
 * @param audience whom tokens must be meant for
 * @param rolesClaim where tokens list roles; a path with dots for a claim within a claim
 * @param clientClaim where tokens name the client that they were given to
 * @param clientId what the pages are called at the issuer: whoever comes with a token of theirs comes by the pages
 * @param algorithms what tokens may be signed with
 * @param limits requests that an account may send in a second, by the role it acts in, where that differs from the
 *     usual
 */
@Validated
@ConfigurationProperties("hotpotspot.access")
public record AccessSettings(
        @NotBlank @DefaultValue("http://localhost:8080") String issuer,
        @Nullable URI jwksUri,
        @NotBlank @DefaultValue("hotpotspot") String audience,
        @NotBlank @DefaultValue("roles") String rolesClaim,
        @NotBlank @DefaultValue(Identity.CLIENT_CLAIM) String clientClaim,
        @NotBlank @DefaultValue("pages") String clientId,
        @NotEmpty @DefaultValue("ES256") List<String> algorithms,
        @DefaultValue Map<Role, @Min(1) Integer> limits) {

    public AccessSettings {
        jwksUri = jwksUri == null || jwksUri.toString().isBlank() ? null : jwksUri;
    }

    /** Whether tokens come from elsewhere, so that nobody can sign in here. */
    public boolean issuerIsOutside() {
        return jwksUri != null;
    }
}
