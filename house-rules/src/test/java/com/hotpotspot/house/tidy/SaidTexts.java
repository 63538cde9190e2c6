package com.hotpotspot.house.tidy;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.regex.Pattern;

/** The texts in main code and in what lies beside it, as they are said; what is filled in divides them. */
final class SaidTexts {

    private static final Pattern BESIDE_CODE =
            Pattern.compile("hotpotspot|mvnw|[^/]+/src/main/resources/.*\\.(sql|html)");
    private static final Pattern FILLED_IN = Pattern.compile("%(\\d+\\$)?[,-]?\\d*[sdx]");
    private static final char BETWEEN = '\n';

    private final StringBuilder all = new StringBuilder();

    private SaidTexts() {}

    static SaidTexts of(Repository repository) {
        SaidTexts said = new SaidTexts();
        repository.sources().stream().filter(each -> !each.isTest()).forEach(said::collect);
        repository.files().stream()
                .filter(each -> BESIDE_CODE.matcher(each).matches())
                .forEach(each -> said.add(repository.read(each)));
        return said;
    }

    /** As they are, or at the beginning of a sentence. */
    boolean contain(String words) {
        return all.indexOf(words) >= 0 || all.indexOf(Character.toUpperCase(words.charAt(0)) + words.substring(1)) >= 0;
    }

    private void collect(JavaSource source) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBinary(BinaryTree sum, Void none) {
                String text = text(sum);
                add(text);
                return text.indexOf(BETWEEN) < 0 ? null : super.visitBinary(sum, null);
            }

            @Override
            public Void visitLiteral(LiteralTree literal, Void none) {
                add(text(literal));
                return null;
            }
        }.scan(source.unit(), null);
    }

    /** A sum of texts as one. */
    private static String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text -> text.replaceAll("\\s+", " ");
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            default -> String.valueOf(BETWEEN);
        };
    }

    private void add(String text) {
        all.append(BETWEEN).append(FILLED_IN.matcher(text).replaceAll(String.valueOf(BETWEEN)));
    }
}
