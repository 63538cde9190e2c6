package com.hotpotspot.command.issuer;

import static java.util.stream.Collectors.joining;

import com.hotpotspot.access.RateLimit;
import com.hotpotspot.access.TooManyRequestsException;
import com.hotpotspot.command.verdict.NotReadyException;
import com.hotpotspot.command.web.Readiness;
import com.hotpotspot.command.web.StrangersForms;
import com.hotpotspot.limits.ClientAddress;
import com.hotpotspot.limits.Limits;
import com.hotpotspot.limits.Limits.Deadlines;
import com.hotpotspot.limits.TrustedProxies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Stands before the issuer's doors. It finds out at which address a caller is, through trusted proxies too, and limits
 * what an address may do there that costs no secret: look at pages and keys, and redeem codes that there are not. Codes
 * that there are can always be redeemed: the query side does that for everybody, from one address. Wrong secrets are
 * limited where they are compared, by {@link AccountSecrets}. Where nobody can be signed in at the moment, it says so,
 * to people on a page.
 */
@Component
@IfBuiltIn
@Order(SignInLimits.BEFORE_SECURITY)
class SignInLimits extends OncePerRequestFilter {

    static final int BEFORE_SECURITY = -200;

    private static final Set<String> FOR_PEOPLE =
            Set.of(IssuerConfiguration.AUTHORIZE, IssuerConfiguration.SIGN_IN, IssuerConfiguration.SIGN_OUT);
    private static final String STEPS = IssuerConfiguration.SIGN_IN + '/';
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int UNKNOWN_CODES = 60;

    private final TrustedProxies proxies;
    private final Deadlines deadlines;
    private final RateLimit<ClientAddress> looks;
    private final RateLimit<ClientAddress> unknownCodes = new RateLimit<>(UNKNOWN_CODES, MINUTE);
    private final OpenSignIns signIns;
    private final Readiness readiness;
    private final IssuerPages pages;
    private final HandlerExceptionResolver problems;

    SignInLimits(
            Limits limits,
            OpenSignIns signIns,
            Readiness readiness,
            IssuerPages pages,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.proxies = limits.proxies();
        this.deadlines = limits.deadlines();
        this.looks = new RateLimit<>(limits.openDoors().perAddress(), SECOND);
        this.signIns = signIns;
        this.readiness = readiness;
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !isForPeople(path) && !IssuerConfiguration.FOR_PROGRAMS.contains(path);
    }

    private static boolean isForPeople(String path) {
        return FOR_PEOPLE.contains(path) || path.startsWith(STEPS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ClientAddress caller =
                proxies.caller(request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name)));
        try {
            HttpServletRequest readable = request;
            if (HttpMethod.POST.matches(request.getMethod())) {
                readable = StrangersForms.read(request, deadlines);
                admit(readable, caller);
            } else {
                looks.count(caller);
            }
            requireAskedAsItIsAnswered(request);
            chain.doFilter(new From(readable, caller), response);
        } catch (ErrorResponseException e) {
            problems.resolveException(request, response, null, e);
        } catch (TooManyRequestsException | NotReadyException | DataAccessResourceFailureException e) {
            if (isForPeople(request.getServletPath())) {
                pages.later(request, response, e);
            } else {
                problems.resolveException(request, response, null, e);
            }
        }
    }

    /** Behind this it would be as if there were no such door. */
    private static void requireAskedAsItIsAnswered(HttpServletRequest request) {
        Set<HttpMethod> methods = IssuerConfiguration.DOORS.get(request.getServletPath());
        if (methods != null && !methods.contains(HttpMethod.valueOf(request.getMethod()))) {
            ErrorResponseException another = new ErrorResponseException(HttpStatus.METHOD_NOT_ALLOWED);
            another.getHeaders()
                    .set(
                            HttpHeaders.ALLOW,
                            methods.stream().map(HttpMethod::name).sorted().collect(joining(", ")));
            throw another;
        }
    }

    private void admit(HttpServletRequest request, ClientAddress caller) {
        if (!readiness.caughtUp()) {
            throw new NotReadyException("The accounts are still being read; try again shortly.");
        }
        if (redeemsWhatIsNotThere(request)) {
            unknownCodes.count(caller);
        }
    }

    private boolean redeemsWhatIsNotThere(HttpServletRequest request) {
        @Nullable String code = request.getParameter(OAuth2ParameterNames.CODE);
        return AuthorizationGrantType.AUTHORIZATION_CODE
                        .getValue()
                        .equals(request.getParameter(OAuth2ParameterNames.GRANT_TYPE))
                && (code == null || signIns.findByToken(code, null) == null);
    }

    /** Whoever asks for the address of the request gets that of the caller. */
    private static final class From extends HttpServletRequestWrapper {

        private final ClientAddress caller;

        From(HttpServletRequest request, ClientAddress caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public String getRemoteAddr() {
            return caller.value();
        }
    }
}
