package com.hotpotspot.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ModulesPageTest {

    private static final Repository REPOSITORY = Repository.here();

    @Test
    void thePageDrawsWhatPackagesDeclare() throws IOException {
        String page = new ModulesPage(REPOSITORY).text();
        if (Boolean.getBoolean("modules.write")) {
            Files.writeString(REPOSITORY.path(ModulesPage.FILE), page);
        }
        assertThat(REPOSITORY.read(ModulesPage.FILE))
                .as(
                        "%s says something else than poms and packages; write it anew with "
                                + "./mvnw -pl house-rules test -Dmodules.write=true",
                        ModulesPage.FILE)
                .isEqualTo(page);
    }
}
