package com.hotpotspot.query.access;

import com.hotpotspot.events.account.Role;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody whose request carries an access token. */
final class BearerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;
    private final transient Supplier<Set<Role>> now;

    /** @param now what roles they have by now */
    BearerAuthentication(SignedIn signedIn, Supplier<Set<Role>> now) {
        super(List.of());
        this.signedIn = signedIn;
        this.now = now;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    /** For what is no door of ours and asks Spring; doors ask the accounts themselves. */
    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return now.get().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority(role.name()))
                .toList();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return signedIn.identity().account().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerAuthentication that && signedIn.equals(that.signedIn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signedIn);
    }
}
