package com.hotpotspot.command.issuer;

import com.hotpotspot.command.account.AccountRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who is signed in in a browser. Each time they are met it is asked anew whether the credential they signed in with is
 * still one of their account's, and whether it was not too long ago; if not, the session ends, and nothing is obtained
 * with it any more. There are sessions of people who have signed in, and no others.
 */
@Component
@IfBuiltIn
class SignedInPeople implements SecurityContextRepository {

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final OpenSessions open;
    private final AccountRegistry accounts;
    private final Duration longest;
    private final Clock clock;

    SignedInPeople(OpenSessions open, AccountRegistry accounts, IssuerSettings settings, Clock clock) {
        this.open = open;
        this.accounts = accounts;
        this.longest = settings.signInLifetime();
        this.clock = clock;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        DeferredSecurityContext kept = sessions.loadDeferredContext(request);
        return new Checked(kept, request);
    }

    /** The interface still asks for it, with a type that is deprecated. */
    @SuppressWarnings("deprecation")
    @Override
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        return loadDeferredContext(exchange.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof Person person) {
            sessions.saveContext(context, request, response);
            open.add(request.getSession(), person.account());
        }
    }

    /** Signs somebody in who has done all there was to do; what was signed in with before in this browser ends. */
    void signIn(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        saveContext(new SecurityContextImpl(SignIn.signedIn(person)), request, response);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    private SecurityContext checked(SecurityContext kept, HttpServletRequest request) {
        if (kept.getAuthentication() == null
                || (kept.getAuthentication().getPrincipal() instanceof Person person && isStillGood(person))) {
            return kept;
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return SecurityContextHolder.createEmptyContext();
    }

    private boolean isStillGood(Person person) {
        return clock.instant().isBefore(person.since().plus(longest))
                && accounts.identify(person.account(), person.credential(), clock.instant())
                        .isPresent();
    }

    /** Asked once a request, and not before somebody wants to know. */
    private final class Checked implements DeferredSecurityContext {

        private final DeferredSecurityContext kept;
        private final HttpServletRequest request;
        private SecurityContext found = new SecurityContextImpl();
        private boolean looked;

        Checked(DeferredSecurityContext kept, HttpServletRequest request) {
            this.kept = kept;
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (!looked) {
                looked = true;
                found = checked(kept.get(), request);
            }
            return found;
        }

        @Override
        public boolean isGenerated() {
            return kept.isGenerated();
        }
    }
}
