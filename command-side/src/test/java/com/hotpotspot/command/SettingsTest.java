package com.hotpotspot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.environment.UnknownSettingException;
import com.hotpotspot.exposure.Exposure;
import com.hotpotspot.keystore.KeystoreLocation;
import com.hotpotspot.testing.SettingsOf;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class SettingsTest {

    @Test
    void everySettingThatIsReadIsOnTheList() throws IOException, ClassNotFoundException {
        SettingsOf side = new SettingsOf("command")
                .and("hotpotspot.keystore", KeystoreLocation.class)
                .and(Exposure.PROPERTY)
                // Older names of limits.
                .and("hotpotspot.credentials.hashes-at-once")
                .and("hotpotspot.issuer.requests-per-address")
                .and("hotpotspot.issuer.requests-per-client");
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scan.findCandidateComponents("com.hotpotspot.command")) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            side.and(settings.getAnnotation(ConfigurationProperties.class).value(), settings);
        }

        assertThat(side.differenceFromCommitted("SettingsTest")).isEmpty();
    }

    @Test
    void theSideDoesNotStartWithOneThatThereIsNot() {
        assertThatExceptionOfType(UnknownSettingException.class)
                .isThrownBy(
                        () -> CommandSideApplication.application().run("--hotpotspot.access.isuer=http://localhost"))
                .withMessage("There is no setting hotpotspot.access.isuer; did you mean hotpotspot.access.issuer?");
    }
}
