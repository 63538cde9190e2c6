package com.hotpotspot.standalone.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class OverruledTest {

    private static final Map<String, Object> OWN = Map.of(
            "hotpotspot.access.issuer", "http://localhost:8080",
            "spring.datasource.password", "ours");

    private static Overruled overruledBy(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addLast(new SystemEnvironmentPropertySource("systemEnvironment", variables));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'class path resource [query-side.yaml]'",
                        Map.of("hotpotspot.access.issuer", "http://localhost:1")));
        Overruled overruled = new Overruled();
        overruled.note(environment, OWN);
        return overruled;
    }

    @Test
    void whatTheOperatorSetInVainIsTold() {
        Overruled overruled = overruledBy(Map.of("HOTPOTSPOT_ACCESS_ISSUER", "https://sign-in.example"));

        assertThat(overruled.lines())
                .singleElement()
                .asString()
                .contains("hotpotspot.access.issuer", "HOTPOTSPOT_ACCESS_ISSUER", "by itself");
    }

    @Test
    void whatWasSetIsNotRepeatedSinceItMayBeASecret() {
        Overruled overruled = overruledBy(Map.of("SPRING_DATASOURCE_PASSWORD", "hush"));

        assertThat(overruled.lines())
                .singleElement()
                .asString()
                .contains("spring.datasource.password")
                .doesNotContain("hush", "ours");
    }

    @Test
    void whatSaysTheSameOrNothingOfTheKindIsNoMatter() {
        assertThat(overruledBy(Map.of("HOTPOTSPOT_ACCESS_ISSUER", "http://localhost:8080", "PATH", "/bin"))
                        .lines())
                .isEmpty();
    }
}
