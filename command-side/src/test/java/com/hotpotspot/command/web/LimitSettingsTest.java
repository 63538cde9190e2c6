package com.hotpotspot.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.limits.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class LimitSettingsTest {

    private final ApplicationContextRunner system = new ApplicationContextRunner()
            .withSystemProperties("spring.config.name=limits")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void everyLimitHasADefault() {
        system.run(context -> assertThat(context.getBean(Limits.class)).hasNoNullFieldsOrProperties());
    }

    @Test
    void aLimitCanBeSet() {
        system.withPropertyValues(
                        "hotpotspot.limits.connections.per-address=7",
                        "hotpotspot.limits.deadlines.header=3s",
                        "hotpotspot.limits.trusted-proxies=10.0.0.0/8,192.0.2.1")
                .run(context -> {
                    Limits limits = context.getBean(Limits.class);
                    assertThat(limits.connections().perAddress()).isEqualTo(7);
                    assertThat(limits.deadlines().header()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(limits.trustedProxies()).isEqualTo(List.of("10.0.0.0/8", "192.0.2.1"));
                });
    }

    @Test
    void aLimitThatIsNoneKeepsTheSystemFromStarting() {
        for (String senseless : List.of(
                "hotpotspot.limits.connections.in-all=0",
                "hotpotspot.limits.deadlines.idle=0s",
                "hotpotspot.limits.bytes.per-account-kib=-1",
                "hotpotspot.limits.trusted-proxies=everybody")) {
            system.withPropertyValues(senseless)
                    .run(context -> assertThat(context).as(senseless).hasFailed());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LimitSettings.class)
    @Import(LimitSettings.Offer.class)
    static class Settings {}
}
