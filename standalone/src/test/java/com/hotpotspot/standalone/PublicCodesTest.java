package com.hotpotspot.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.answer.GeneralCode;
import com.hotpotspot.answer.PublicCode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One thing has one name, whichever side refuses because of it. Only here both sides are on the class path. */
class PublicCodesTest {

    /** What can be the matter with something, so that it is not what a code begins with. */
    private static final List<String> STATES = List.of(
            "unknown", "no", "not", "nothing", "none", "too", "invalid", "bad", "missing", "wrong", "last", "already");

    private static final List<PublicCode> ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("com.hotpotspot").stream()
                    .filter(found -> found.isAssignableTo(PublicCode.class) && found.isEnum())
                    .map(JavaClass::reflect)
                    .flatMap(found -> Stream.of((PublicCode[]) found.getEnumConstants()))
                    .toList();

    @Test
    void everyCodeIsTheNameOfOneThing() {
        assertThat(ALL).hasSizeGreaterThan(GeneralCode.values().length);
        assertThat(ALL.stream().map(PublicCode::code))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void aCodeOfAFeatureBeginsWithWhatItIsAbout() {
        assertThat(ALL.stream().filter(code -> !(code instanceof GeneralCode)).map(PublicCode::code))
                .allSatisfy(code -> assertThat(code.split("-"))
                        .as(code)
                        .hasSizeGreaterThan(1)
                        .satisfies(words -> assertThat(STATES).doesNotContain(words[0])));
    }

    @Test
    void aCodeIsExplainedInASentence() {
        assertThat(ALL)
                .allSatisfy(code -> assertThat(code.meaning()).as(code.code()).matches("[A-Z`].+\\."));
    }

    @Test
    void everyCodeIsOnThePageOfRefusals() throws IOException {
        String page = Files.readString(Path.of("../docs/endpoints.md"), UTF_8);

        assertThat(ALL.stream().map(PublicCode::code))
                .allSatisfy(code -> assertThat(page).contains('`' + code + '`'));
    }
}
