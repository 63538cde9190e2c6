package com.hotpotspot.command.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Says what is wrong with an authorization request: to the pages that sent it, as RFC 6749 (section 4.1.2.1) has it,
 * and to the person where it does not say where they come from, or falsely.
 */
@Component
@IfBuiltIn
class AuthorizationErrors implements AuthenticationFailureHandler {

    private final IssuerPages pages;

    AuthorizationErrors(IssuerPages pages) {
        this.pages = pages;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        Optional<String> back = Optional.of(failure)
                .filter(OAuth2AuthorizationCodeRequestAuthenticationException.class::isInstance)
                .map(OAuth2AuthorizationCodeRequestAuthenticationException.class::cast)
                .flatMap(refused -> Optional.ofNullable(refused.getAuthorizationCodeRequestAuthentication())
                        .flatMap(asked -> backWith(refused.getError(), asked)));
        if (back.isPresent()) {
            IssuerPages.leadOn(response, back.get());
        } else {
            pages.say(request, response, HttpStatus.BAD_REQUEST, "incomplete-link");
        }
    }

    private static Optional<String> backWith(
            OAuth2Error error, OAuth2AuthorizationCodeRequestAuthenticationToken asked) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(OAuth2ParameterNames.ERROR, error.getErrorCode());
        told.put(OAuth2ParameterNames.ERROR_DESCRIPTION, Objects.requireNonNullElse(error.getDescription(), ""));
        told.put(OAuth2ParameterNames.STATE, Objects.requireNonNullElse(asked.getState(), ""));
        told.values().removeIf(String::isEmpty);
        return Optional.ofNullable(asked.getRedirectUri())
                .filter(uri -> !uri.isEmpty())
                .map(uri -> {
                    UriComponentsBuilder address = UriComponentsBuilder.fromUriString(uri);
                    told.keySet().forEach(name -> address.queryParam(name, '{' + name + '}'));
                    return address.encode().buildAndExpand(told).toUriString();
                });
    }
}
