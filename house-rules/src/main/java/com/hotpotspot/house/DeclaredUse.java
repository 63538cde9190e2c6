package com.hotpotspot.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares what each package declares ({@link MayUse}, {@link MayTouch}) with what its classes do, in both directions:
 * what is not declared may not be used, and what is not used any more is not declared.
 */
final class DeclaredUse extends ArchCondition<JavaClass> {

    private static final String OURS = "com.hotpotspot.";

    /** On every class path while compiling, and on none while running. */
    private static final String THE_RULES_THEMSELVES = "house";

    private static final Map<Technique, PackageMatchers> TOLD_BY = Map.of(
            Technique.WEB,
            PackageMatchers.of(
                    "org.springframework..web..",
                    "org.springframework..webflux..",
                    "org.springframework..webmvc..",
                    "org.springframework..http..",
                    "org.springframework..servlet..",
                    "org.springframework.boot.tomcat..",
                    "org.springframework.boot.reactor.netty..",
                    "org.springdoc..",
                    "jakarta.servlet..",
                    "org.apache.catalina..",
                    "org.apache.coyote..",
                    "org.apache.tomcat..",
                    "io.netty..",
                    "reactor.netty..",
                    "com.sun.net.httpserver..",
                    "java.net.http.."),
            Technique.JDBC,
            PackageMatchers.of(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.springframework.transaction..",
                    "org.postgresql..",
                    "com.zaxxer.hikari..",
                    "org.flywaydb.."),
            Technique.AXON,
            PackageMatchers.of("org.axonframework..", "io.axoniq.."));

    private final Map<String, Found> packages = new TreeMap<>();

    DeclaredUse() {
        super("use what their package declares, all of it and nothing else");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        packages.clear();
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Found found = packages.computeIfAbsent(type.getPackageName(), name -> new Found(type.getPackage()));
        type.getDirectDependenciesFromSelf().forEach(found::add);
    }

    @Override
    public void finish(ConditionEvents events) {
        packages.values().forEach(each -> each.compare(events));
    }

    /** What the classes of one package use; with each, one place where they do. */
    private record Found(JavaPackage where, Map<String, String> used, Map<Technique, String> touched) {

        Found(JavaPackage where) {
            this(where, new TreeMap<>(), new TreeMap<>());
        }

        void add(Dependency dependency) {
            String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
            if (target.startsWith(OURS) && !target.equals(where.getName())) {
                used.putIfAbsent(target.substring(OURS.length()), dependency.getDescription());
            }
            TOLD_BY.forEach((technique, packages) -> {
                if (packages.test(target)) {
                    touched.putIfAbsent(technique, dependency.getDescription());
                }
            });
        }

        void compare(ConditionEvents events) {
            used.remove(THE_RULES_THEMSELVES);
            compare(
                    "MayUse",
                    where.tryGetAnnotationOfType(MayUse.class)
                            .map(declared -> Set.of(declared.value()))
                            .orElse(Set.of()),
                    used,
                    used.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                    events);
            compare(
                    "MayTouch",
                    where.tryGetAnnotationOfType(MayTouch.class)
                            .map(declared -> Set.of(declared.value()))
                            .orElse(Set.of()),
                    touched,
                    touched.keySet().stream().map(Technique::name).collect(Collectors.joining(", ")),
                    events);
        }

        private <T extends Comparable<T>> void compare(
                String annotation, Set<T> declared, Map<T, String> found, String right, ConditionEvents events) {
            StringBuilder differences = new StringBuilder();
            found.forEach((each, place) -> {
                if (!declared.contains(each)) {
                    differences
                            .append("\n  uses without declaring it: ")
                            .append(each)
                            .append(", ")
                            .append(place);
                }
            });
            for (T each : new TreeSet<>(declared)) {
                if (!found.containsKey(each)) {
                    differences
                            .append("\n  declares without using it any more: ")
                            .append(each);
                }
            }
            if (!differences.isEmpty()) {
                events.add(SimpleConditionEvent.violated(
                        where,
                        where.getName() + differences + "\n  If that is how it should be, its package-info.java says "
                                + (right.isEmpty()
                                        ? "no @" + annotation + "."
                                        : "@" + annotation + "({" + right + "})")));
            }
        }
    }
}
