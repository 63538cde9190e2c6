package com.hotpotspot.query;

import static java.util.stream.Collectors.joining;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import com.hotpotspot.environment.OwnProcess;
import com.hotpotspot.environment.SettingNames;
import com.hotpotspot.environment.Variables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The query side as a process of its own, or as one of two in the standalone system. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QuerySideApplication {

    private static final List<String> UNWANTED = List.of("org.axonframework.", "org.springframework.boot.security.");

    /** The application, to be run with further properties and arguments. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(QuerySideApplication.class)
                .web(WebApplicationType.REACTIVE)
                .initializers(QuerySideApplication::withVariables, QuerySideApplication::withKnownSettings)
                .properties(Map.of(
                        // Both sides sit on one class path in the standalone system, so neither is "application".
                        "spring.config.name",
                        "query-side",
                        "spring.autoconfigure.exclude",
                        unwantedAutoConfigurations()));
    }

    private static void withVariables(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Variables.set(System.getenv())));
    }

    private static void withKnownSettings(ConfigurableApplicationContext context) {
        SettingNames.known()
                .mustHoldAll(context.getEnvironment().getPropertySources().stream()
                        .filter(EnumerablePropertySource.class::isInstance)
                        .map(EnumerablePropertySource.class::cast)
                        .flatMap(source -> Stream.of(source.getPropertyNames())));
    }

    public static void main(String[] arguments) {
        OwnProcess.run("query side", () -> application().run(arguments));
    }

    /**
     * What Axon would configure by itself where its starter is on the class path: other token stores and transaction
     * managers than ours, and an update check that calls home. And what Boot would lock doors with, some of it meant
     * for the command side: passwords that it makes up, and locks that open for whoever has signed in.
     */
    private static String unwantedAutoConfigurations() {
        ImportCandidates candidates =
                ImportCandidates.load(AutoConfiguration.class, QuerySideApplication.class.getClassLoader());
        return StreamSupport.stream(candidates.spliterator(), false)
                .filter(name -> UNWANTED.stream().anyMatch(name::startsWith))
                .collect(joining(","));
    }
}
