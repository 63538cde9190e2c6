package com.hotpotspot.command.issuer;

import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs somebody in who gives an account's name and one of its secrets, unless there is something else to do before.
 * What they may do is not asked here.
 */
@Component
@IfBuiltIn
class SignIn implements AuthenticationProvider {

    private final AccountSecrets secrets;
    private final NextStep next;
    private final Clock clock;

    SignIn(AccountSecrets secrets, NextStep next, Clock clock) {
        this.secrets = secrets;
        this.next = next;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        Proof proof = secrets.proofOf(given.getName(), given.getCredentials(), given.getDetails())
                .orElseThrow(() -> new BadCredentialsException("the account or its secret is wrong"));
        if (next.after(proof).isPresent()) {
            throw new UnfinishedSignIn(proof);
        }
        return signedIn(new Person(proof.account(), proof.credential(), clock.instant()));
    }

    static Authentication signedIn(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                // When it was given becomes the time of sign-in in the ID token.
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
