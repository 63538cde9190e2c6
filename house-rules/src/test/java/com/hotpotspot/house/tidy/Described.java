package com.hotpotspot.house.tidy;

import com.hotpotspot.house.MayTouch;
import com.hotpotspot.house.MayUse;
import com.sun.source.tree.AnnotationTree;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A package of main code as its {@code package-info.java} describes it. That it is so, {@code ArchitectureTest} of its
 * module knows.
 *
 * @param name without {@code com.hotpotspot.}
 * @param purpose the first sentence on it
 * @param uses names of packages of ours
 * @param touches names of techniques
 */
record Described(String module, String name, String purpose, List<String> uses, List<String> touches) {

    private static final String OURS = "com.hotpotspot.";
    private static final Pattern FIRST_SENTENCE = Pattern.compile("/\\*\\*(.*?\\.)(?=\\s).*", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("\\{@\\w+ (?:[a-z]+\\.)*([^}]*)}");
    private static final Pattern WORD = Pattern.compile("[\\w.]+");

    static Stream<Described> all(Repository repository) {
        return repository.sources().stream()
                .filter(each -> each.isPackageInfo() && !each.isTest())
                .map(each -> new Described(
                        each.module(),
                        each.packageName().substring(OURS.length()),
                        purpose(each.text()),
                        values(each, MayUse.class.getSimpleName()),
                        values(each, MayTouch.class.getSimpleName())))
                .sorted(Comparator.comparing(Described::name));
    }

    private static String purpose(String text) {
        Matcher sentence = FIRST_SENTENCE.matcher(text);
        String words = sentence.matches() ? sentence.group(1).replaceAll("\\s*\\n \\* ?", " ") : "";
        return CODE.matcher(words).replaceAll("`$1`").strip();
    }

    private static List<String> values(JavaSource source, String annotation) {
        return source.unit().getPackageAnnotations().stream()
                .filter(each -> each.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .flatMap(each -> WORD.matcher(each.toString().replaceFirst("^value = ", ""))
                        .results()
                        .map(MatchResult::group))
                .sorted()
                .toList();
    }
}
