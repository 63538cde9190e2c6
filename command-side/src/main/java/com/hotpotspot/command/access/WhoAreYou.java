package com.hotpotspot.command.access;

import com.hotpotspot.command.access.Bearers.AccountsUnknownException;
import com.hotpotspot.command.access.Bearers.IssuerUnknownException;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.command.web.Astray;
import com.hotpotspot.command.web.MessagePages;
import com.hotpotspot.command.web.UnauthenticatedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Asks strangers who they are: programs in a problem, and people who followed a link in a page that leads on. */
@Component
class WhoAreYou implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver problems;
    private final MessagePages pages;

    WhoAreYou(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems, MessagePages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof AccountsUnknownException unknown) {
            problems.resolveException(
                    request, response, null, new NotReadyException(String.valueOf(unknown.getMessage())));
        } else if (failure instanceof IssuerUnknownException unknown) {
            problems.resolveException(request, response, null, unknown.away());
        } else {
            ask(request, response);
        }
    }

    /** What they want is no matter before they have said who they are. */
    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            problems.resolveException(request, response, null, UnauthenticatedException.badToken());
        } else if (Astray.is(request)) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    UnauthenticatedException.withoutToken().challenge());
            pages.nothingHere(request, response, HttpStatus.UNAUTHORIZED);
        } else {
            problems.resolveException(request, response, null, UnauthenticatedException.withoutToken());
        }
    }
}
