package com.hotpotspot.house.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The settings that there are: the components of records that are annotated with a prefix, those of the records that
 * they are made of, and what main code asks for by its name.
 */
final class Settings {

    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w./-])(hotpotspot(?:\\.[a-z][a-zA-Z0-9-]*)+)(?![\\w/])");
    private static final Pattern NAMED = Pattern.compile("(hotpotspot(?:\\.[a-z][a-z0-9-]*)+)");
    private static final Pattern BOUND = Pattern.compile("\"(hotpotspot[a-z.-]*)\", ?(\\w+)\\.class");
    private static final Pattern FILE = Pattern.compile(".*\\.(jar|dump|example|lock|log|service)");

    private final Set<String> known = new HashSet<>();
    private final Map<String, ClassTree> types = new HashMap<>();
    private final List<Entry<String, ClassTree>> prefixed = new ArrayList<>();
    private final List<Entry<String, String>> bound = new ArrayList<>();

    private Settings() {}

    static Settings of(Repository repository) {
        Settings settings = new Settings();
        List<JavaSource> main =
                repository.sources().stream().filter(each -> !each.isTest()).toList();
        main.forEach(settings::collect);
        repository.files().stream()
                .filter(each -> each.endsWith(".yaml") && each.contains("/src/main/"))
                .forEach(each -> settings.named(repository.read(each)));
        settings.bound.stream()
                .filter(each -> settings.types.containsKey(each.getValue()))
                .forEach(each -> settings.prefixed.add(Map.entry(each.getKey(), settings.types.get(each.getValue()))));
        settings.prefixed.forEach(each -> settings.add(each.getKey(), each.getValue()));
        return settings;
    }

    private void named(String text) {
        NAMED.matcher(text).results().forEach(each -> known.add(each.group(1)));
    }

    private void collect(JavaSource source) {
        named(source.text());
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                types.putIfAbsent(type.getSimpleName().toString(), type);
                prefixOf(type.getModifiers()).ifPresent(prefix -> prefixed.add(Map.entry(prefix, type)));
                return super.visitClass(type, null);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
                BOUND.matcher(call.getArguments().toString())
                        .results()
                        .forEach(each -> bound.add(Map.entry(each.group(1), each.group(2))));
                return super.visitMethodInvocation(call, null);
            }
        }.scan(source.unit(), null);
    }

    private static Optional<String> prefixOf(ModifiersTree modifiers) {
        return modifiers.getAnnotations().stream()
                .filter(each -> each.getAnnotationType().toString().equals("ConfigurationProperties"))
                .map(each -> each.getArguments().getFirst().toString().replaceAll("^.*\"(.*)\"$", "$1"))
                .findAny();
    }

    private void add(String prefix, ClassTree type) {
        known.add(prefix);
        for (Tree member : type.getMembers()) {
            if (member instanceof VariableTree component
                    && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
                String name = prefix + "." + kebab(component.getName().toString());
                String of = String.valueOf(component.getType()).replaceAll("^.*[\\s.]", "");
                known.add(name);
                if (of.startsWith("Map<")) {
                    known.add(name + ".*");
                }
                nested(of, type)
                        .or(() -> Optional.ofNullable(types.get(of)))
                        .filter(each -> each.getKind() == Tree.Kind.RECORD && each != type)
                        .ifPresent(each -> add(name, each));
            }
        }
    }

    private static Optional<ClassTree> nested(String name, ClassTree within) {
        return within.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(each -> each.getSimpleName().contentEquals(name))
                .findAny();
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    Stream<Finding> unknownIn(Document document) {
        return document.find(SETTING)
                .filter(each -> !FILE.matcher(each.text()).matches())
                .filter(each -> !known.contains(each.text())
                        && !known.contains(each.text().replaceAll("\\.[^.]+$", ".*")))
                .map(each -> document.finding(each, "there is no such setting; say what it is called now"));
    }
}
