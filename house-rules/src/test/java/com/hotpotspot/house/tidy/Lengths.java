package com.hotpotspot.house.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Two screens for a class, half of one for a method. Blank lines and comments count, since they are read. */
final class Lengths implements Rule {

    /** Of a file without its package and imports. */
    private static final int TWO_SCREENS = 200;

    /** Of a method without its Javadoc. */
    private static final int HALF_A_SCREEN = 50;

    @Override
    public Stream<Finding> findings(Repository repository) {
        return repository.sources().stream()
                .filter(each -> !each.isPackageInfo())
                .flatMap(each -> Stream.concat(file(each), methods(each)));
    }

    private static Stream<Finding> file(JavaSource source) {
        int lines = Math.toIntExact(source.text()
                .lines()
                .filter(each -> !each.startsWith("import ") && !each.startsWith("package "))
                .count());
        String toDo = lines + " lines, and two screens are " + TWO_SCREENS + "; give a part of it a name of its own";
        return Stream.of(new Finding("long-class", source.file(), 1, "", lines, toDo))
                .filter(each -> each.amount() > TWO_SCREENS);
    }

    /** Of several with one name, the longest. */
    private static Stream<Finding> methods(JavaSource source) {
        Map<String, Finding> longest = new HashMap<>();
        new TreeScanner<Void, String>() {
            @Override
            public Void visitClass(ClassTree type, String within) {
                return super.visitClass(type, within + type.getSimpleName() + '.');
            }

            @Override
            public Void visitMethod(MethodTree method, String within) {
                Finding finding = method(source, method, within + method.getName());
                if (finding.amount() > HALF_A_SCREEN) {
                    longest.merge(
                            finding.subject(), finding, (one, other) -> one.amount() >= other.amount() ? one : other);
                }
                return super.visitMethod(method, within);
            }
        }.scan(source.unit(), "");
        return longest.values().stream();
    }

    private static Finding method(JavaSource source, MethodTree method, String name) {
        long first = source.line(method);
        int lines = Math.toIntExact(source.lastLine(method) - first + 1);
        String toDo = name + " has " + lines + " lines, and may have " + HALF_A_SCREEN
                + "; give a part of it a name of its own";
        return new Finding("long-method", source.file(), first, name, lines, toDo);
    }
}
