package com.hotpotspot.command.issuer;

import com.hotpotspot.events.account.AccountId;
import java.time.Clock;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs somebody in who gives an account's id and one of its secrets. What they may do is not asked here. */
@Component
@IfBuiltIn
class SignIn implements AuthenticationProvider {

    private final AccountSecrets secrets;
    private final Clock clock;

    SignIn(AccountSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication given) throws AuthenticationException {
        return secrets.credentialOf(given.getName(), given.getCredentials(), given.getDetails())
                .map(credential -> signedIn(new Person(new AccountId(given.getName()), credential, clock.instant())))
                .orElseThrow(() -> new BadCredentialsException("the account or its secret is wrong"));
    }

    private static Authentication signedIn(Person person) {
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
