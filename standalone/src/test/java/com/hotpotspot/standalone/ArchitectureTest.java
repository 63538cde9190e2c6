package com.hotpotspot.standalone;

import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(HotPotSpot.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }

    @Test
    void subcommandsAreFreeOfCycles() {
        HouseRules.areFreeOfCycles("com.hotpotspot.standalone.(*)..").check(CLASSES);
    }
}
