package com.hotpotspot.tlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.hotpotspot.tlog");

    @Test
    void theLibraryStandsOnThePlatformAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("com.hotpotspot.tlog..", "java..", "org.jspecify.annotations..")
                .check(CLASSES);
    }

    @Test
    void theLibraryAsksNobodyOverTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..")
                .check(CLASSES);
    }

    @Test
    void featuresAreFreeOfCycles() {
        slices().matching("com.hotpotspot.tlog.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
