package com.hotpotspot.command;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import com.hotpotspot.environment.OwnProcess;
import com.hotpotspot.environment.SettingNames;
import com.hotpotspot.environment.Variables;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The command side as a process of its own, or as one of two in the standalone system. */
@SpringBootApplication(
        exclude = {
            UpdateCheckerAutoConfiguration.class, // it would call home
            UserDetailsServiceAutoConfiguration.class, // it would make an account of its own
            OAuth2AuthorizationServerAutoConfiguration.class, // the issuer is configured by hand
            OAuth2AuthorizationServerJwtAutoConfiguration.class // its keys are in the keystore
        })
@ConfigurationPropertiesScan
public class CommandSideApplication {

    /** The application, to be run with further properties and arguments. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(CommandSideApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(CommandSideApplication::withVariables, CommandSideApplication::withKnownSettings)
                // Both sides sit on one class path in the standalone system, so neither is called "application".
                .properties(Map.of("spring.config.name", "command-side"));
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
        OwnProcess.run("command side", () -> application().run(arguments));
    }
}
