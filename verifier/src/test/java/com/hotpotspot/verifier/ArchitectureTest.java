package com.hotpotspot.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.hotpotspot.house.HouseRules;
import com.hotpotspot.verifier.check.Verifier;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(Verifier.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }

    @Test
    void theVerifierStandsOnTheTreeAndThePlatformAlone() {
        // Annotations need not be there when the program runs.
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "com.hotpotspot.verifier..",
                        "com.hotpotspot.tlog..",
                        "java..",
                        "org.jspecify.annotations..",
                        "com.hotpotspot.house..")
                .check(CLASSES);
    }

    @Test
    void theVerifierAsksNobodyOverTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..")
                .check(CLASSES);
    }
}
