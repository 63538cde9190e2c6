package com.hotpotspot.query.access;

import com.hotpotspot.query.web.BlockingWork;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

/** Makes a person of the tokens that the issuer gave out for them. */
final class People implements ReactiveOAuth2UserService<OidcUserRequest, OidcUser> {

    private final AccessTokens tokens;
    private final BlockingWork threads;

    People(AccessTokens tokens, BlockingWork threads) {
        this.tokens = tokens;
        this.threads = threads;
    }

    @Override
    public Mono<OidcUser> loadUser(OidcUserRequest request) {
        return Mono.<OidcUser>fromCallable(() -> person(request)).subscribeOn(threads.scheduler());
    }

    private Person person(OidcUserRequest request) {
        SignedIn signedIn = tokens.verify(request.getAccessToken().getTokenValue());
        if (!signedIn.identity().account().value().equals(request.getIdToken().getSubject())) {
            throw new BadTokenException();
        }
        return new Person(request.getIdToken(), signedIn);
    }
}
