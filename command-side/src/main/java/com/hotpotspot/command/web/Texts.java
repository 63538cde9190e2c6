package com.hotpotspot.command.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class Texts {

    /** Where the bundles are, one of each feature in each language. */
    private static final String FOLDER = "messages/command/";

    private static final String ENDING = "_en.properties";

    /** The texts of the pages; a feature that adds a bundle need not say so anywhere. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames(Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + ENDING))
                .map(Texts::name)
                .distinct()
                .sorted()
                .toArray(String[]::new));
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        // Nothing may come from the language of the machine, and a brace or a quote means the same in every text.
        texts.setDefaultLocale(Locale.ENGLISH);
        texts.setAlwaysUseMessageFormat(true);
        return texts;
    }

    private static String name(Resource bundle) {
        String file = Objects.requireNonNull(bundle.getFilename(), "a file has a name");
        return FOLDER + file.substring(0, file.length() - ENDING.length());
    }
}
