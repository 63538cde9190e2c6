package com.hotpotspot.house.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no line of code does, or only at its place. */
final class Statements implements Rule {

    /** A number or a time in a text, whose digits the locale chooses. */
    private static final Pattern LOCAL = Pattern.compile("%(?:\\d+\\$)?[-#+ 0,(]*\\d*(?:\\.\\d+)?[dfeEgGtT]");

    /** These are programs on a command line, whose output it is, and the last line of a side that does not start. */
    private static final Set<String> COMMAND_LINES = Set.of(
            "standalone/",
            "verifier/",
            "benchmarks/",
            "doors/src/main/java/com/hotpotspot/environment/OwnProcess.java");

    @Override
    public Stream<Finding> findings(Repository repository) {
        return repository.sources().stream().flatMap(each -> new Reading(each).findings());
    }

    private static final class Reading extends TreeScanner<Void, Void> {

        private final JavaSource source;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<String, String> constants = new HashMap<>();

        Reading(JavaSource source) {
            this.source = source;
        }

        Stream<Finding> findings() {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void none) {
                    String text = text(variable.getInitializer());
                    if (!text.isEmpty()) {
                        constants.put(variable.getName().toString(), text);
                    }
                    return super.visitVariable(variable, null);
                }
            }.scan(source.unit(), null);
            scan(source.unit(), null);
            return findings.stream();
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                if (LOCAL.matcher(formatOf(call, select).replace("%%", "")).find()) {
                    add(
                            "locale",
                            call,
                            "the machine's locale decides on the digits; " + "write String.format(Locale.ROOT, …)");
                }
            }
            return super.visitMethodInvocation(call, null);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void none) {
            String whole = select.toString();
            if (source.isTest()
                    && (whole.equals("Thread.sleep") || whole.matches("(TimeUnit\\.)?[A-Z]+SECONDS\\.sleep"))) {
                add("sleep", select, "await the condition (Awaitility), do not sleep");
            }
            if (COMMAND_LINES.stream().noneMatch(source.file()::startsWith) && whole.matches("System\\.(out|err)")) {
                add("console", select, "only a command line writes to the console; log it, or assert it");
            }
            return super.visitMemberSelect(select, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void none) {
            if (annotation.getAnnotationType().toString().equals("Disabled")) {
                add("disabled-test", annotation, "mend the test or delete it");
            }
            return super.visitAnnotation(annotation, null);
        }

        private String formatOf(MethodInvocationTree call, MemberSelectTree select) {
            String first = call.getArguments().isEmpty()
                    ? ""
                    : text(call.getArguments().getFirst());
            return switch (select.getIdentifier().toString()) {
                case "formatted" -> text(select.getExpression());
                case "format" -> select.getExpression().toString().equals("String") ? first : "";
                case "printf" -> first;
                default -> "";
            };
        }

        private void add(String rule, Tree where, String toDo) {
            findings.add(Finding.of(rule, source, source.line(where), toDo));
        }

        /** What is known of a text without running the program: its literals, and constants of the same file. */
        private String text(ExpressionTree expression) {
            return switch (expression) {
                case null -> "";
                case LiteralTree literal -> literal.getValue() instanceof String text ? text : "";
                case ParenthesizedTree inside -> text(inside.getExpression());
                case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
                case IdentifierTree name ->
                    constants.getOrDefault(name.getName().toString(), "");
                default -> "";
            };
        }
    }
}
