package com.hotpotspot.query.web;

import com.hotpotspot.limits.LibraryLines;
import com.hotpotspot.limits.Limits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** How {@link Limits} are set here; as a language of both sides they know no framework. */
@Validated
@ConfigurationProperties("hotpotspot")
record LimitSettings(@NotNull @Valid Limits limits) {

    /** Offers them to whoever keeps to one. */
    @Configuration(proxyBeanMethods = false)
    static class Offer {

        @Bean
        Limits limits(LimitSettings settings) {
            LibraryLines.limit(settings.limits().logLines());
            return settings.limits();
        }
    }
}
