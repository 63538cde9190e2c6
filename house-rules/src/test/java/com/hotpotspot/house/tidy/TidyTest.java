package com.hotpotspot.house.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TidyTest {

    private static final Repository REPOSITORY = Repository.here();
    private static final List<Rule> RULES = List.of(
            new Lengths(),
            new Names(),
            new Packages(),
            new Statements(),
            new Reminders(),
            new Documents(),
            new Quotations());

    @Test
    void theRepositoryIsTidy() throws IOException {
        List<Finding> findings =
                RULES.stream().flatMap(each -> each.findings(REPOSITORY)).toList();
        Ratchet ratchet = Ratchet.of(REPOSITORY.read(Ratchet.FILE));
        if (Boolean.getBoolean("tidy.write")) {
            Files.writeString(REPOSITORY.path(Ratchet.FILE), ratchet.lowered(findings));
            ratchet = Ratchet.of(REPOSITORY.read(Ratchet.FILE));
        }
        List<String> complaints = Stream.concat(ratchet.tooMuch(findings).stream(), ratchet.tooLax(findings).stream())
                .toList();
        assertThat(complaints).as("%s", String.join("\n", complaints)).isEmpty();
    }
}
