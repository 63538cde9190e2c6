package com.hotpotspot;

import com.hotpotspot.testing.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("com.hotpotspot");

    @Test
    void noAmountIsAFloatingPointNumber() {
        HouseRules.NO_AMOUNT_IS_A_FLOATING_POINT_NUMBER.check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        HouseRules.areFreeOfCycles("com.hotpotspot.(**)").check(CLASSES);
    }
}
