package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Settings as they are read, without a server. */
class AccessSettingsTest {

    @Test
    void unlessAnOperatorSaysOtherwiseTheCommandSideIsTheIssuer() {
        try (ConfigurableApplicationContext context = read()) {
            AccessSettings settings = context.getBean(AccessSettings.class);

            assertThat(settings.issuer()).hasToString("http://localhost:8080");
            assertThat(settings.jwksUri()).hasToString("http://localhost:8080/oauth2/jwks");
            assertThat(settings.algorithms()).containsExactly("ES256");
            assertThat(settings.limits()).isEmpty();
            assertThat(context.getBean(PageOrigin.class).at("/")).hasToString("http://localhost:8081/");
        }
    }

    @Test
    void anIssuerMayHaveNoPlaceToChangeAPassword() {
        try (ConfigurableApplicationContext context = read("--hotpotspot.access.account-uri=")) {
            assertThat(context.getBean(AccessSettings.class).accountUri()).isNull();
        }
    }

    @Test
    void theSecretOfThePagesIsNotShown() {
        try (ConfigurableApplicationContext context = read("--hotpotspot.access.client-secret=silence")) {
            assertThat(context.getBean(AccessSettings.class)).asString().doesNotContain("silence");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hotpotspot.access.issuer, localhost:8080",
        "hotpotspot.access.jwks-uri, ftp://localhost/keys",
        "hotpotspot.access.account-uri, javascript:alert(1)",
        "hotpotspot.access.audience, ' '",
        "hotpotspot.access.algorithms, HS256",
        "hotpotspot.access.algorithms, none",
        "hotpotspot.access.limits.ADMIN, 0",
        "hotpotspot.access.limits.CHEF, 10",
        "hotpotspot.pages.origin, http://localhost:8081/pages",
        "hotpotspot.pages.origin, localhost"
    })
    void settingsThatCannotBeMeantAreRefusedByName(String property, String value) {
        String named = property.replaceAll("\\.[A-Z]+$", "");

        assertThatThrownBy(() -> read("--%s=%s".formatted(property, value))).hasStackTraceContaining(named);
    }

    private static ConfigurableApplicationContext read(String... arguments) {
        return new SpringApplicationBuilder(OnlySettings.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=query-side")
                .run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({AccessSettings.class, PageOrigin.class})
    static class OnlySettings {}
}
