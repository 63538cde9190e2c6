package com.hotpotspot.command.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/**
 * Says as RFC 6749 (section 5.2) has it why there is no token: in JSON, whatever the request accepts, since none but
 * programs ask for one.
 */
@Component
@IfBuiltIn
class TokenErrors implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final String CHALLENGE = "Basic realm=\"hotpotspot\", charset=\"UTF-8\"";

    private final OAuth2ErrorHttpMessageConverter json = new OAuth2ErrorHttpMessageConverter();

    /** Whoever has not said who they are. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        send(response, new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT, "The client did not say who it is.", null));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SecurityContextHolder.clearContext();
        send(
                response,
                failure instanceof OAuth2AuthenticationException refused
                        ? refused.getError()
                        : new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST));
    }

    private void send(HttpServletResponse response, OAuth2Error error) throws IOException {
        ServletServerHttpResponse answer = new ServletServerHttpResponse(response);
        if (OAuth2ErrorCodes.INVALID_CLIENT.equals(error.getErrorCode())) {
            answer.setStatusCode(HttpStatus.UNAUTHORIZED);
            answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        } else {
            answer.setStatusCode(HttpStatus.BAD_REQUEST);
        }
        json.write(error, null, answer);
        answer.close();
    }
}
