package com.hotpotspot.eventlog;

import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = HouseRules.mainClassesOfTheModuleOf(EventLog.class);

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(CLASSES);
    }
}
