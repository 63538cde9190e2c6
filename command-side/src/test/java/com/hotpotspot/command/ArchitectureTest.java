package com.hotpotspot.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(CommandSideApplication.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }

    @Test
    void theCommandSideDoesNotKnowTheQuerySide() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.hotpotspot.query..")
                .check(CLASSES);
    }

    @Test
    void onlyDoorsKnowTheWeb() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "com.hotpotspot.command.(account|network|sale|receipt|credential|policy|wallet|verdict|registry|dispatch)..")
                .and()
                .haveSimpleNameNotEndingWith("Endpoint")
                .and()
                .haveSimpleNameNotEndingWith("Document")
                .and()
                .areTopLevelClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
                .check(CLASSES);
    }

    @Test
    void aggregatesAreNobodysBusinessOutsideTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Aggregate.class)
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void noAmountIsAFloatingPointNumber() {
        HouseRules.NO_AMOUNT_IS_A_FLOATING_POINT_NUMBER.check(CLASSES);
    }

    @Test
    void featuresAreFreeOfCycles() {
        HouseRules.areFreeOfCycles("com.hotpotspot.command.(*)..").check(CLASSES);
    }
}
