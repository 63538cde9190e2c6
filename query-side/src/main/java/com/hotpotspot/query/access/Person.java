package com.hotpotspot.query.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who has signed in on the pages. What they may do is said by the access token, not by the ID token. */
final class Person extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    Person(OidcIdToken idToken, SignedIn signedIn) {
        super(List.of(), idToken);
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person that && super.equals(that) && signedIn.equals(that.signedIn);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), signedIn);
    }
}
