package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.relay.Outcome.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class RefusalTextsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| \\d{3} \\|");

    private final RefusalTexts texts = new RefusalTexts(bundles());

    @Test
    void everyCodeOfTheCommandSideHasASentence() throws IOException {
        String endpoints = Files.readString(Path.of("../docs/endpoints.md"));
        String table = endpoints.substring(
                endpoints.indexOf("refusals of the command side"), endpoints.indexOf("### Of the query side"));
        List<String> codes =
                ROW.matcher(table).results().map(row -> row.group(1)).toList();

        assertThat(codes).hasSizeGreaterThan(60);
        assertThat(codes).allSatisfy(code -> assertThat(texts.of(code).code()).isEqualTo(code));
    }

    @Test
    void aCodeThatNobodyKnowsYetHasOneThatGoesWithAll() {
        assertThat(texts.of("of-a-later-build")).isEqualTo(new Refusal("refusal.", "other"));
        assertThat(texts.of("")).isEqualTo(new Refusal("refusal.", "other"));
    }

    private static ResourceBundleMessageSource bundles() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("messages/query/refusal", "messages/query/problem");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
