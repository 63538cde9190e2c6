package com.hotpotspot.standalone.witness;

import com.hotpotspot.limits.Limits;
import com.hotpotspot.standalone.database.CannotStartException;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** The limits that both sides have, which go for a witness as well, under the same names. */
final class WitnessLimits {

    private WitnessLimits() {}

    /**
     * Reads them.
     *
     * @param variables of the environment, which may set them otherwise than {@code limits.yaml}, as may system
     *     properties
     * @throws CannotStartException if one of them is none
     */
    static Limits in(Map<String, String> variables) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            new YamlPropertySourceLoader()
                    .load("limits", new ClassPathResource("limits.yaml"))
                    .forEach(environment.getPropertySources()::addLast);
            return Binder.get(environment)
                    .bind(
                            "hotpotspot.limits",
                            Bindable.of(Limits.class),
                            new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator())))
                    .get();
        } catch (IOException | BindException e) {
            throw new CannotStartException(e, "The limits (hotpotspot.limits.*) cannot be used");
        }
    }
}
