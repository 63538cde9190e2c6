package com.hotpotspot.command.issuer;

import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.eventlog.EventLogUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says on a page, to people on the way in, that they came too often or at a time when nobody can be signed in. */
@ControllerAdvice(assignableTypes = {PasswordPage.class, SecondFactorPage.class, AccountPage.class})
@IfBuiltIn
@Order(Ordered.HIGHEST_PRECEDENCE)
class SignInTroubles {

    private final IssuerPages pages;

    SignInTroubles(IssuerPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler({
        TooManyRequestsException.class,
        NotReadyException.class,
        EventLogUnavailableException.class,
        DataAccessResourceFailureException.class
    })
    void later(RuntimeException trouble, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.later(request, response, trouble);
    }
}
