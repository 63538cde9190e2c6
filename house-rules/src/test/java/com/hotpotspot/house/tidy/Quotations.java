package com.hotpotspot.house.tidy;

import com.hotpotspot.house.tidy.Document.Found;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a document quotes in italics, a program says: between ellipses, word by word. */
final class Quotations implements Rule {

    private static final Pattern QUOTATION = Pattern.compile("(?<![\\w*\\\\])\\*([\\p{L}…][^*|]* [^*|]*)\\*(?![\\w*])");

    /** What is left out, or stands for a number. */
    private static final Pattern LEFT_OUT = Pattern.compile("…|\\b[MN]\\b|[:;,.]? *$");

    private static final int SHORTEST = 5;

    @Override
    public Stream<Finding> findings(Repository repository) {
        SaidTexts said = SaidTexts.of(repository);
        return Document.all(repository)
                .filter(each -> each.file().endsWith(".md") && !each.isHistory())
                .flatMap(each -> each.find(QUOTATION)
                        .filter(found -> !isSaid(found, said))
                        .map(found ->
                                each.finding(found, "no program says so; quote what it says, … for what differs")));
    }

    private static boolean isSaid(Found quoted, SaidTexts said) {
        return LEFT_OUT.splitAsStream(quoted.text())
                .map(String::strip)
                .filter(part -> part.length() >= SHORTEST)
                .allMatch(said::contain);
    }
}
