package com.hotpotspot.tlog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.hotpotspot.house.HouseRules;
import com.hotpotspot.tlog.merkle.Hash;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(Hash.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }

    @Test
    void theLibraryStandsOnThePlatformAlone() {
        // Annotations need not be there when the program runs.
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "com.hotpotspot.tlog..", "java..", "org.jspecify.annotations..", "com.hotpotspot.house..")
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
        HouseRules.areFreeOfCycles("com.hotpotspot.tlog.(*)..").check(CLASSES);
    }
}
