package com.hotpotspot.command.web;

import com.hotpotspot.command.verdict.NotReadyException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets no command in before the registry has caught up: a sale decided on half of the network would be a wrong one. */
@Component
class ReadinessGate implements HandlerInterceptor, WebMvcConfigurer {

    private final Readiness readiness;

    ReadinessGate(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**", "/v3/**").excludePathPatterns("/api/v1/health");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!readiness.caughtUp()) {
            throw new NotReadyException("The network's registry is still being read; try again shortly.");
        }
        return true;
    }
}
