package com.hotpotspot.query.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.config.ResourceHandlerRegistration;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Serves the pages' assets from memory, packed when they are first asked for: anybody may ask for them as often as an
 * open door lets them, and to pack half a megabyte anew each time kept others waiting.
 */
@Component
@Order(-1) // before Spring Boot's own, which leaves alone what is mapped already
final class PackedAssets implements WebFluxConfigurer, ResourceResolver {

    /** Both forms of whatever lies among the assets and in the web jars, of which the pages use less than one. */
    private static final int MOST_BYTES = 4 << 20;

    private final WebProperties.Resources settings;
    private final BlockingWork blocking;
    private final Cache<String, PackedAsset> assets = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String name, PackedAsset asset) -> asset.bytes())
            .build();

    PackedAssets(WebProperties properties, BlockingWork blocking) {
        this.settings = properties.getResources();
        this.blocking = blocking;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        serve(registry.addResourceHandler("/assets/**").addResourceLocations(settings.getStaticLocations()));
        serve(registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/"));
    }

    private void serve(ResourceHandlerRegistration registration) {
        registration
                .setCacheControl(Objects.requireNonNull(
                        settings.getCache().getCachecontrol().toHttpCacheControl(), "how long assets are kept is set"))
                .setUseLastModified(settings.getCache().isUseLastModified())
                .setEtagGenerator(form -> ((PackedAsset.Form) form).tag())
                .resourceChain(false)
                .addResolver(this);
    }

    @Override
    public Mono<Resource> resolveResource(
            @Nullable ServerWebExchange exchange,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        Mono<Resource> found = chain.resolveResource(exchange, path, locations);
        return exchange == null
                ? found
                : found.flatMap(this::asset)
                        .map(asset -> asset.formFor(exchange.getRequest().getHeaders()));
    }

    private Mono<PackedAsset> asset(Resource found) {
        String address = addressOf(found);
        PackedAsset kept = assets.getIfPresent(address);
        return kept != null
                ? Mono.just(kept)
                : Mono.fromCallable(() -> assets.get(address, first -> PackedAsset.of(found)))
                        .subscribeOn(blocking.scheduler());
    }

    private static String addressOf(Resource asset) {
        try {
            return asset.getURL().toString();
        } catch (IOException e) {
            throw new UncheckedIOException("an asset has no address", e);
        }
    }

    @Override
    public Mono<String> resolveUrlPath(String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }
}
