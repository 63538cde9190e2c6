package com.hotpotspot.house.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
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
        return lines <= TWO_SCREENS
                ? Stream.of()
                : Stream.of(new Finding(
                        "long-class",
                        source.file(),
                        1,
                        "",
                        lines,
                        lines + " lines, and two screens are " + TWO_SCREENS
                                + "; give a part of it a name of its own"));
    }

    private static Stream<Finding> methods(JavaSource source) {
        Map<String, Finding> longest = new HashMap<>();
        new TreeScanner<Void, Deque<String>>() {
            @Override
            public Void visitClass(ClassTree type, Deque<String> within) {
                within.addLast(type.getSimpleName().toString());
                super.visitClass(type, within);
                within.removeLast();
                return null;
            }

            @Override
            public Void visitMethod(MethodTree method, Deque<String> within) {
                int lines = Math.toIntExact(source.lastLine(method) - source.line(method) + 1);
                if (lines > HALF_A_SCREEN) {
                    String name = String.join(".", within) + "." + method.getName();
                    Finding finding = new Finding(
                            "long-method",
                            source.file(),
                            source.line(method),
                            name,
                            lines,
                            name + " has " + lines + " lines, and may have " + HALF_A_SCREEN
                                    + "; give a part of it a name of its own");
                    longest.merge(name, finding, (one, other) -> one.amount() >= other.amount() ? one : other);
                }
                return super.visitMethod(method, within);
            }
        }.scan(source.unit(), new ArrayDeque<>());
        return List.copyOf(new ArrayList<>(longest.values())).stream();
    }
}
