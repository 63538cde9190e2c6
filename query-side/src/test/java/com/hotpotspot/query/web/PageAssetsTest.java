package com.hotpotspot.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PageAssetsTest {

    private static final String INVENTORY = "META-INF/sbom/pages.cdx.json";
    private static final List<String> OUR_OWN = List.of("app.css", "app.js", "draft.js", "icon.svg");

    /** A scanner finds what came through Maven by itself; what lies among our own files it has to be told. */
    @Test
    void everyScriptThatIsNotOursIsInTheInventoryWithItsHash() throws Exception {
        assertThat(notOurs()).isNotEmpty().isEqualTo(inventory());
    }

    /** A browser says nothing of a block that is never closed, and takes all rules after it for a part of it. */
    @Test
    void everyBlockOfTheStyleIsClosedBeforeTheNextOfItsKindBegins() throws Exception {
        int depth = 0;
        for (String line : new ClassPathResource("static/assets/app.css")
                .getContentAsString(UTF_8)
                .lines()
                .toList()) {
            boolean outermost = !line.isBlank() && !line.startsWith(" ") && !line.startsWith("}");
            assertThat(outermost && depth > 0).as(line).isFalse();
            depth += line.chars()
                    .map(sign -> sign == '{' ? 1 : sign == '}' ? -1 : 0)
                    .sum();
        }
        assertThat(depth).isZero();
    }

    private static Map<String, String> notOurs() throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (Resource asset :
                new PathMatchingResourcePatternResolver().getResources("classpath:static/assets/**/*.*")) {
            String name = String.valueOf(asset.getFilename());
            if (!OUR_OWN.contains(name)) {
                hashes.put(name, sha256(asset));
            }
        }
        return hashes;
    }

    private static Map<String, String> inventory() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        JsonNode components = JsonMapper.shared()
                .readTree(new ClassPathResource(INVENTORY).getContentAsByteArray())
                .get("components");
        for (JsonNode component : components) {
            hashes.put(
                    fileOf(component),
                    component.get("hashes").get(0).get("content").asString());
        }
        return hashes;
    }

    /** The file's name stands in the description and begins with the library's name and version. */
    private static String fileOf(JsonNode component) {
        String begin = component.get("name").asString()
                + '-'
                + component.get("version").asString()
                + '.';
        return Stream.of(component.get("description").asString().split("[ ,/:]+"))
                .filter(word -> word.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private static String sha256(Resource resource) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(resource.getContentAsByteArray()));
    }
}
