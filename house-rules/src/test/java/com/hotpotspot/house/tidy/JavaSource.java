package com.hotpotspot.house.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A file as the compiler's own parser reads it; types are not resolved.
 *
 * @param file path from the root of the repository
 */
record JavaSource(String file, CompilationUnitTree unit, String text, SourcePositions positions) {

    static List<JavaSource> parse(Path root, List<String> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(
                            files.stream().map(root::resolve).toList()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            List<JavaSource> sources = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String file =
                        root.relativize(Path.of(unit.getSourceFile().toUri())).toString();
                String text = unit.getSourceFile().getCharContent(true).toString();
                sources.add(new JavaSource(file, unit, text, positions));
            }
            return List.copyOf(sources);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Directory of the module. */
    String module() {
        return file.substring(0, file.indexOf('/'));
    }

    boolean isTest() {
        return file.startsWith(module() + "/src/test/");
    }

    boolean isPackageInfo() {
        return file.endsWith("/package-info.java");
    }

    String packageName() {
        return String.valueOf(unit.getPackageName());
    }

    /** Line of a part's first character, from 1. */
    long line(Tree part) {
        return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, part));
    }

    /** Line of a part's last character, from 1. */
    long lastLine(Tree part) {
        return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, part) - 1);
    }
}
