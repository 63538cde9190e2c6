package com.hotpotspot.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** What holds in more than one module. */
public final class HouseRules {

    public static final ArchRule NO_AMOUNT_IS_A_FLOATING_POINT_NUMBER =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    private HouseRules() {}

    /** @param packages as slices, such as {@code com.hotpotspot.(**)} */
    public static ArchRule areFreeOfCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }
}
