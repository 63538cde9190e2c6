package com.hotpotspot.query;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.hotpotspot.house.HouseRules;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.ReactiveHttpOutputMessage;
import org.springframework.http.codec.ServerSentEvent;

class ArchitectureTest {

    private static final Set<String> FLOATING_POINT =
            Set.of("double", "float", Double.class.getName(), Float.class.getName());

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.hotpotspot");

    @Test
    void packagesUseWhatTheyDeclare() {
        HouseRules.PACKAGES_USE_WHAT_THEY_DECLARE.check(
                HouseRules.mainClassesOfTheModuleOf(QuerySideApplication.class));
    }

    @Test
    void theQuerySideKnowsNothingOfTheCommandSide() {
        noClasses()
                .that()
                .resideInAPackage("com.hotpotspot.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.hotpotspot.command..",
                        "com.hotpotspot.standalone..",
                        "org.axonframework.commandhandling..")
                .check(CLASSES);
    }

    /**
     * What is sent in groups, as server-sent events of Spring are, goes through Reactor's FluxConcatArray, which loses
     * a request that comes while it goes from one source to the next (seen with 3.8.7): the answer then stops for good.
     */
    @Test
    void nothingIsSentInGroups() {
        noClasses()
                .should()
                .callMethod(ReactiveHttpOutputMessage.class, "writeAndFlushWith", Publisher.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ServerSentEvent.class)
                .check(CLASSES);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        HouseRules.areFreeOfCycles("com.hotpotspot.query.(*)..").check(CLASSES);
    }

    @Test
    void eventsKnowNeitherTheWebNorTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("com.hotpotspot.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void noFigureIsEverAFloatingPointNumber() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("com.hotpotspot..")
                .should()
                .haveRawType(describe("floating point", ArchitectureTest::isFloatingPoint))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("com.hotpotspot..")
                .should()
                .callMethodWhere(describe("floating point is involved", ArchitectureTest::isFloatingPoint))
                .check(CLASSES);
    }

    private static boolean isFloatingPoint(JavaClass type) {
        return FLOATING_POINT.contains(type.getName());
    }

    private static boolean isFloatingPoint(JavaMethodCall call) {
        return Stream.concat(
                        Stream.of(call.getTarget().getRawReturnType()),
                        call.getTarget().getRawParameterTypes().stream())
                .anyMatch(ArchitectureTest::isFloatingPoint);
    }
}
