package com.hotpotspot.house.tidy;

import com.sun.source.tree.AnnotationTree;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Each package says what it is for, and that nothing in it is null unless it says so. What tests of a package are in is
 * said by the package.
 */
final class Packages implements Rule {

    @Override
    public Stream<Finding> findings(Repository repository) {
        return Stream.concat(missing(repository), incomplete(repository));
    }

    private static Stream<Finding> missing(Repository repository) {
        Set<String> described = repository.sources().stream()
                .filter(JavaSource::isPackageInfo)
                .map(each -> each.module() + ":" + each.packageName())
                .collect(Collectors.toSet());
        return repository.sources().stream()
                .filter(each -> !described.contains(each.module() + ":" + each.packageName()))
                .map(each -> Finding.of(
                        "package-info",
                        each,
                        1,
                        each.packageName() + " has none; add one with @NullMarked and a sentence on what it is for"));
    }

    private static Stream<Finding> incomplete(Repository repository) {
        return repository.sources().stream()
                .filter(JavaSource::isPackageInfo)
                .filter(each -> !each.text().startsWith("/**") || !isNullMarked(each))
                .map(each -> Finding.of(
                        "package-info", each, 1, "says what the package is for in Javadoc, and is @NullMarked"));
    }

    private static boolean isNullMarked(JavaSource source) {
        return source.unit().getPackageAnnotations().stream()
                .map((AnnotationTree each) -> each.getAnnotationType().toString())
                .anyMatch("NullMarked"::equals);
    }
}
