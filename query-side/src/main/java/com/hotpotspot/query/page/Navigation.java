package com.hotpotspot.query.page;

import com.hotpotspot.access.Identity;
import com.hotpotspot.query.access.Doors;
import com.hotpotspot.query.layout.InNavigation;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Knows the pages that every page leads to, from what each declares. */
@Component
final class Navigation {

    private final Doors doors;

    /** By path, in its order; read once, after all doors are there. */
    private final Supplier<SortedMap<String, String>> names;

    Navigation(ApplicationContext context, Doors doors) {
        this.doors = doors;
        this.names = SingletonSupplier.of(
                () -> names(context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)));
    }

    /**
     * Those that are open to somebody, by path.
     *
     * @param here the path that they are at
     */
    List<PageLink> openTo(Identity identity, String here) {
        return names.get().entrySet().stream()
                .filter(page -> doors.letIn(identity, page.getKey()))
                .map(page -> new PageLink(
                        page.getKey(), page.getValue(), page.getKey().equals(here)))
                .toList();
    }

    private static SortedMap<String, String> names(RequestMappingHandlerMapping mappings) {
        SortedMap<String, String> names = new TreeMap<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            InNavigation named = method.getMethodAnnotation(InNavigation.class);
            if (named != null) {
                mapping.getDirectPaths().forEach(path -> names.put(path, named.value()));
            }
        });
        return names;
    }
}
