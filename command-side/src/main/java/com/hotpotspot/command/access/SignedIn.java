package com.hotpotspot.command.access;

import com.hotpotspot.access.Identity;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose token was verified. Equal to whoever has the same account and roles. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final boolean onThePages;
    private final transient Supplier<Optional<Identity>> now;

    /**
     * @param onThePages whether the token was given to the pages, for a person who signed in there
     * @param now who they are whenever that is asked; empty if they are nobody any longer
     */
    SignedIn(Identity identity, boolean onThePages, Supplier<Optional<Identity>> now) {
        super(identity.grants().keySet().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList());
        this.identity = identity;
        this.onThePages = onThePages;
        this.now = now;
        setAuthenticated(true);
    }

    /** Who they are. */
    Identity identity() {
        return identity;
    }

    /** Whether they are a person who signed in on the pages, which pass on what the person asks for. */
    boolean onThePages() {
        return onThePages;
    }

    /** Who they are now: what they had then may have been taken from them. */
    Optional<Identity> now() {
        return now.get();
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
