package com.hotpotspot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.hotpotspot.testing.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.hotpotspot");

    @Test
    void theLanguageKnowsNeitherTheWebNorTheDatabaseNorAxon() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.axonframework..")
                .check(CLASSES);
    }

    @Test
    void noAmountIsAFloatingPointNumber() {
        HouseRules.NO_AMOUNT_IS_A_FLOATING_POINT_NUMBER.check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HouseRules.areFreeOfCycles("com.hotpotspot.(**)").check(CLASSES);
    }
}
