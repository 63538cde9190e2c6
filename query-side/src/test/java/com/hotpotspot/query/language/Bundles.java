package com.hotpotspot.query.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The bundles with the texts of the pages, and what else lies on the class path. */
final class Bundles {

    private Bundles() {}

    /** All of a language, by their keys. */
    static Map<String, String> texts(Language language) {
        Map<String, String> all = new TreeMap<>();
        for (Resource bundle : resources("messages/query/*_" + language.code() + ".properties")) {
            Properties texts = new Properties();
            try {
                texts.load(new StringReader(read(bundle)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            texts.stringPropertyNames()
                    .forEach(key -> assertThat(all.put(key, texts.getProperty(key)))
                            .as("%s is in one bundle only", key)
                            .isNull());
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    static Resource resource(String path) {
        return resources(path).getFirst();
    }

    static List<Resource> resources(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path path) {
        return read(new FileSystemResource(path));
    }
}
