package com.hotpotspot.command.access;

import static java.util.Objects.requireNonNull;

import com.hotpotspot.access.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The doors that declare themselves open to everybody. At all other paths, those where there is nothing among them, a
 * stranger is told first of all to say who they are.
 */
@Component
class PublicDoors implements RequestMatcher {

    private final ObjectProvider<RequestMappingHandlerMapping> doors;
    private volatile @Nullable List<PathPattern> known;

    PublicDoors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> doors) {
        this.doors = doors;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        return patterns().stream().anyMatch(open -> open.matches(path));
    }

    /** Asked for late, since doors are made after the locks. */
    private List<PathPattern> patterns() {
        List<PathPattern> found = known;
        if (found == null) {
            found = doors.getObject().getHandlerMethods().entrySet().stream()
                    .filter(door ->
                            Door.of(door.getValue().getMethod(), door.getValue().getBeanType()) instanceof Door.Open)
                    .flatMap(door -> requireNonNull(door.getKey().getPathPatternsCondition()).getPatterns().stream())
                    .toList();
            known = found;
        }
        return found;
    }
}
