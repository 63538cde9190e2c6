package com.hotpotspot.house.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Types and packages are called what the business calls them, and not by words that fit anything. */
final class Names implements Rule {

    private static final Pattern FITS_ANYTHING =
            Pattern.compile("(Manager|Helpers?|Utils?|Impl|Dto|DTO)(?=[A-Z0-9]|$)");
    private static final Pattern I_PREFIX = Pattern.compile("I[A-Z][a-z].*");
    private static final Pattern PACKAGE_OF_ANYTHING =
            Pattern.compile("(?:^|\\.)(utils?|helpers?|common|misc|impl|dto|controllers?|services?)(?=\\.|$)");

    @Override
    public Stream<Finding> findings(Repository repository) {
        return repository.sources().stream().flatMap(Names::findings);
    }

    private static Stream<Finding> findings(JavaSource source) {
        List<Finding> findings = new ArrayList<>();
        Matcher inPackage = PACKAGE_OF_ANYTHING.matcher(source.packageName());
        if (inPackage.find()) {
            findings.add(Finding.of(
                    "banned-name",
                    source,
                    1,
                    "no package is called " + inPackage.group(1) + "; call it by its feature"));
        }
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                String name = type.getSimpleName().toString();
                Matcher word = FITS_ANYTHING.matcher(name);
                if (word.find()) {
                    findings.add(Finding.of(
                            "banned-name",
                            source,
                            source.line(type),
                            name + ": " + word.group(1) + " fits anything; say what it is in the business's words"));
                }
                if (type.getKind() == Tree.Kind.INTERFACE
                        && I_PREFIX.matcher(name).matches()) {
                    findings.add(Finding.of(
                            "banned-name", source, source.line(type), name + ": an interface has the plain name"));
                }
                return super.visitClass(type, null);
            }
        }.scan(source.unit(), null);
        return findings.stream();
    }
}
