package com.hotpotspot.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** What holds in more than one module. Whoever calls this brings ArchUnit. */
public final class HouseRules {

    /** No field of a class is a {@code double} or a {@code float}. */
    public static final ArchRule NO_AMOUNT_IS_A_FLOATING_POINT_NUMBER =
            noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);

    /** Packages use what they declare with {@link MayUse} and {@link MayTouch}, all of it and nothing else. */
    public static final ArchRule PACKAGES_USE_WHAT_THEY_DECLARE = classes().should(new DeclaredUse());

    private HouseRules() {}

    /** The main classes of the module that a class is from, and none of its tests or of other modules. */
    public static JavaClasses mainClassesOfTheModuleOf(Class<?> one) {
        return new ClassFileImporter()
                .importUrl(one.getProtectionDomain().getCodeSource().getLocation());
    }

    /** @param packages as slices, such as {@code com.hotpotspot.(**)} */
    public static ArchRule areFreeOfCycles(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }
}
