package com.hotpotspot.command.access;

import com.hotpotspot.access.Door;
import com.hotpotspot.access.Grant;
import com.hotpotspot.access.Identity;
import com.hotpotspot.access.RoleLimits;
import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.command.dispatch.Sender;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.command.web.Callers;
import com.hotpotspot.command.web.UnauthenticatedException;
import com.hotpotspot.eventlog.Channel;
import com.hotpotspot.events.account.Role;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets through a door who holds one of the roles that it declares, and nobody through one that declares nothing. */
@Component
class DoorKeeper implements HandlerInterceptor, WebMvcConfigurer {

    private final RoleLimits limits;

    DoorKeeper(AccessSettings settings) {
        this.limits = new RoleLimits(settings.limits());
    }

    /** Behind the gate that waits for the registries. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An error amid an answer that has begun: nothing can be said any more, and Tomcat includes its page all the
        // same.
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            return false;
        }
        // An error's own dispatch tells only what went wrong with a request that was looked at before.
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            switch (doorOf(handler)) {
                case Door.Open() -> {}
                case Door.Undeclared() -> throw forbidden("Nobody may come through this door.");
                case Door.For(List<Role> roles) -> admit(request, roles);
            }
        }
        return true;
    }

    private static Door doorOf(Object handler) {
        return handler instanceof HandlerMethod method
                ? Door.of(method.getMethod(), method.getBeanType())
                : new Door.Undeclared();
    }

    private void admit(HttpServletRequest request, List<Role> roles) {
        SignedIn signedIn = identify();
        Identity caller = signedIn.identity();
        Grant grant =
                caller.actingIn(roles).orElseThrow(() -> forbidden("This takes one of the roles %s.".formatted(roles)));
        limits.count(caller.account(), grant.role());
        Callers.identify(
                request,
                new Sender.Holder(caller.account(), grant),
                channelOf(signedIn, grant),
                () -> signedIn.now()
                        .flatMap(identity -> identity.actingIn(roles))
                        .filter(grant::equals)
                        .isPresent());
    }

    private static Channel channelOf(SignedIn signedIn, Grant grant) {
        if (signedIn.onThePages()) {
            return Channel.PAGE;
        }
        return grant.role() == Role.POS_TERMINAL ? Channel.TILL : Channel.PROGRAM;
    }

    private static SignedIn identify() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            throw UnauthenticatedException.withoutToken();
        }
        return signedIn;
    }

    private static CommandRefused forbidden(String reason) {
        return new CommandRefused(GeneralCode.FORBIDDEN, reason);
    }
}
