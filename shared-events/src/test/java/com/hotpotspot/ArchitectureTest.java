package com.hotpotspot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.hotpotspot.events.json.EventTypes;
import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(EventTypes.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }

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
