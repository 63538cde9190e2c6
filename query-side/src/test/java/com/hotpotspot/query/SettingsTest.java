package com.hotpotspot.query;

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
        SettingsOf side = new SettingsOf("query")
                .and("hotpotspot.keystore", KeystoreLocation.class)
                .and(Exposure.PROPERTY)
                .and("hotpotspot.pages.command-side");
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scan.findCandidateComponents("com.hotpotspot.query")) {
            Class<?> settings = Class.forName(found.getBeanClassName());
            side.and(settings.getAnnotation(ConfigurationProperties.class).value(), settings);
        }

        assertThat(side.differenceFromCommitted("SettingsTest")).isEmpty();
    }

    @Test
    void theSideDoesNotStartWithOneThatThereIsNot() {
        assertThatExceptionOfType(UnknownSettingException.class)
                .isThrownBy(() -> QuerySideApplication.application().run("--hotpotspot.audit.netwrok=our.example"))
                .withMessage("There is no setting hotpotspot.audit.netwrok; did you mean hotpotspot.audit.network?");
    }
}
