package com.hotpotspot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar says that it is made of. */
class PackagedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** Put there by the packaging itself, and part of what does it: the version is that of Spring Boot. */
    private static final String PACKAGER = "spring-boot-jarmode-tools-";

    @Test
    void theInventoryNamesEveryLibraryInTheJarByItsHash() throws Exception {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            Map<String, String> libraries = libraries(jar);
            assertThat(libraries).isNotEmpty();

            libraries.values().removeAll(inventoried(jar));

            assertThat(libraries.keySet()).allMatch(name -> name.startsWith(PACKAGER));
        }
    }

    @Test
    void allEntriesBearOneTimeWheneverItWasBuilt() throws Exception {
        try (JarFile jar = new JarFile(PackagedJar.FILE.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getTimeLocal).distinct())
                    .as("one time for all entries, so that the same sources make the same bytes")
                    .hasSize(1);
        }
    }

    private static Map<String, String> libraries(JarFile jar) throws IOException, NoSuchAlgorithmException {
        Map<String, String> hashes = new TreeMap<>();
        for (JarEntry entry : jar.stream()
                .filter(it -> it.getName().startsWith(LIBRARIES) && !it.isDirectory())
                .toList()) {
            try (InputStream content = jar.getInputStream(entry)) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
                hashes.put(
                        entry.getName().substring(LIBRARIES.length()),
                        HexFormat.of().formatHex(digest));
            }
        }
        return hashes;
    }

    private static Set<String> inventoried(JarFile jar) throws IOException {
        Set<String> hashes = new HashSet<>();
        try (InputStream content = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            for (JsonNode component : JsonMapper.shared().readTree(content).get("components")) {
                for (JsonNode hash : component.path("hashes")) {
                    hashes.add(hash.get("content").asString());
                }
            }
        }
        return hashes;
    }
}
