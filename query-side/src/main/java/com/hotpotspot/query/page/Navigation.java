package com.hotpotspot.query.page;

import com.hotpotspot.access.Identity;
import com.hotpotspot.query.access.Doors;
import com.hotpotspot.query.layout.InNavigation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Knows the pages that every page leads to, from what each declares. */
@Component
final class Navigation {

    private final ApplicationContext context;
    private final Doors doors;

    Navigation(ApplicationContext context, Doors doors) {
        this.context = context;
        this.doors = doors;
    }

    /**
     * Those that are open to somebody, by path.
     *
     * @param here the path that they are at
     */
    List<PageLink> openTo(Identity identity, String here) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(door -> links(door, here))
                .filter(link -> doors.letIn(identity, link.path()))
                .sorted(Comparator.comparing(PageLink::path))
                .toList();
    }

    private static Stream<PageLink> links(Map.Entry<RequestMappingInfo, HandlerMethod> door, String here) {
        InNavigation named = door.getValue().getMethodAnnotation(InNavigation.class);
        return named == null
                ? Stream.of()
                : door.getKey().getDirectPaths().stream()
                        .map(path -> new PageLink(path, named.value(), path.equals(here)));
    }
}
