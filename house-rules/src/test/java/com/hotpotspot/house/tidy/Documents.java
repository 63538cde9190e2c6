package com.hotpotspot.house.tidy;

import com.hotpotspot.house.tidy.Document.Found;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Documents name nothing that is not there: no file, class, package, module, door or setting. */
final class Documents implements Rule {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern MODULE = Pattern.compile("(?:\\b[Mm]odules? `|-pl )([a-z][a-z-]*)");
    private static final Pattern PATH = Pattern.compile("\\.?[\\w.-]+(?:/[\\w.-]+)+");
    private static final Pattern TYPE = Pattern.compile("[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+");
    private static final Pattern FIRST_NAME = Pattern.compile("([A-Z]\\w+)(?:[.#]\\w+(?:\\(.*\\))?)?");

    @Override
    public Stream<Finding> findings(Repository repository) {
        Set<String> types = types(repository);
        Doors doors = Doors.of(repository);
        Settings settings = Settings.of(repository);
        List<String> modules = Stream.concat(repository.modules().stream(), Stream.of("benchmarks"))
                .toList();
        Function<Document, Stream<Finding>> names = each -> Stream.of(
                        modules(each, modules),
                        paths(each, repository),
                        types(each, types),
                        doors.unknownIn(each),
                        settings.unknownIn(each))
                .flatMap(Function.identity());
        return Document.all(repository)
                .flatMap(each ->
                        Stream.concat(links(each, repository), each.isHistory() ? Stream.of() : names.apply(each)));
    }

    private static Stream<Finding> links(Document document, Repository repository) {
        return document.find(LINK)
                .filter(each -> !each.text().matches("[a-z]+:.*"))
                .filter(each -> !repository.has(document.directory() + each.text()))
                .map(each -> document.finding(each, "nothing is there; correct the link"));
    }

    private static Stream<Finding> modules(Document document, List<String> modules) {
        return document.find(MODULE)
                .filter(each -> !modules.contains(each.text()))
                .map(each -> document.finding(each, "there is no such module; say which it is now"));
    }

    /** Paths that begin like one of ours, from the root, from where the document is, or from where the packages are. */
    private static Stream<Finding> paths(Document document, Repository repository) {
        return document.find(CODE)
                .filter(each -> PATH.matcher(each.text()).matches())
                .filter(each -> !each.text().contains("/target/"))
                .filter(each -> beginsLikeOurs(first(each.text()), repository))
                .filter(each -> !repository.has(each.text()) && !isPartOfAPath(each.text(), repository))
                .map(each -> document.finding(each, "nothing is there; say where it is now"));
    }

    private static String first(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static boolean beginsLikeOurs(String name, Repository repository) {
        return repository.files().stream()
                .anyMatch(each -> each.startsWith(name + "/") || each.contains("/com/hotpotspot/" + name + "/"));
    }

    private static boolean isPartOfAPath(String path, Repository repository) {
        return repository.files().stream()
                .map(each -> "/" + each)
                .anyMatch(each -> each.contains("/" + path + "/")
                        || each.endsWith("/" + path)
                        || each.endsWith("/" + path + ".java"));
    }

    private static Stream<Finding> types(Document document, Set<String> types) {
        return document.find(CODE)
                .map(each ->
                        new Found(each.line(), FIRST_NAME.matcher(each.text()).replaceAll("$1")))
                .filter(each -> TYPE.matcher(each.text()).matches())
                .filter(each -> !types.contains(each.text()))
                .map(each -> document.finding(each, "no class is called so; say what it is called now"));
    }

    /** The simple names of types that are declared or imported anywhere. */
    private static Set<String> types(Repository repository) {
        Set<String> types = new HashSet<>();
        TreeScanner<Void, Void> names = new TreeScanner<>() {
            @Override
            public Void visitClass(ClassTree type, Void none) {
                types.add(type.getSimpleName().toString());
                return super.visitClass(type, null);
            }

            @Override
            public Void visitImport(ImportTree imported, Void none) {
                types.addAll(
                        List.of(imported.getQualifiedIdentifier().toString().split("\\.")));
                return null;
            }
        };
        repository.sources().forEach(each -> names.scan(each.unit(), null));
        return types;
    }
}
