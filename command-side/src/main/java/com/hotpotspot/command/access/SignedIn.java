package com.hotpotspot.command.access;

import com.hotpotspot.access.Identity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose token was verified. Equal to whoever has the same account and roles. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;

    SignedIn(Identity identity) {
        super(identity.grants().keySet().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList());
        this.identity = identity;
        setAuthenticated(true);
    }

    /** Who they are. */
    Identity identity() {
        return identity;
    }

    @Override
    public Object getPrincipal() {
        return identity.account();
    }

    /** The token is not kept: nobody needs it any more. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn same && super.equals(other) && identity.equals(same.identity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), identity);
    }
}
