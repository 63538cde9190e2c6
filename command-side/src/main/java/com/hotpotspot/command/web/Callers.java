package com.hotpotspot.command.web;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Sender;
import com.hotpotspot.command.dispatch.Standing;
import com.hotpotspot.eventlog.Channel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives doors whoever calls as an argument: who let themselves in by what, and what ties the request to others. */
@Component
public final class Callers implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    /** W3C Trace Context, section 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

    private static final String IDENTIFIED = Callers.class.getName();

    Callers() {}

    /**
     * Remembers with a request who was found to have sent it.
     *
     * @param channel as what they came with says, so that no header can
     */
    public static void identify(HttpServletRequest request, Sender sender, Channel channel, Standing standing) {
        request.setAttribute(IDENTIFIED, new Identified(sender, channel, standing));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    /** @throws UnauthenticatedException if nobody was asked who sent the request */
    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    private static Caller of(HttpServletRequest request) {
        String correlation = Optional.ofNullable(request.getHeader("X-Correlation-Id"))
                .filter(id -> CORRELATION.matcher(id).matches())
                .orElseGet(() -> IdentifierFactory.getInstance().generateIdentifier());
        Optional<String> trace = Optional.ofNullable(request.getHeader("traceparent"))
                .map(TRACE_PARENT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
        if (!(request.getAttribute(IDENTIFIED) instanceof Identified who)) {
            throw UnauthenticatedException.withoutToken();
        }
        return new Caller(
                who.sender(), who.channel(), correlation, trace, IdempotencyKeys.keyOf(request), who.standing());
    }

    private record Identified(Sender sender, Channel channel, Standing standing) {}
}
