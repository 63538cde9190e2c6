package com.hotpotspot.tlog.checkpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.hotpotspot.tlog.format.Decimal;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import com.hotpotspot.tlog.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Reads c2sp.org/tlog-policy, line by line. Names are octets there, so that the file is taken for ISO 8859-1 and only
 * keys are decoded.
 */
final class TlogPolicyReader {

    /** Far more than the 32 logs, 32 witnesses and 32 groups that there must be room for. */
    private static final int MOST_DEFINITIONS = 1_000;

    private static final char DELETE = 0x7f;
    private static final String NONE = "none";

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<VerifierKey> witnesses = new ArrayList<>();
    private final Map<String, Quorum> defined = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private int definitions;
    private @Nullable Quorum quorum;

    TlogPolicy read(byte[] file) {
        FormatException.unless(file.length <= TlogPolicy.LONGEST, "a policy is longer than 1,000,000 bytes");
        String[] lines = new String(file, ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                line(lines[i]);
            } catch (FormatException e) {
                throw new FormatException(
                        String.format(Locale.ROOT, "line %d of the policy: %s", i + 1, e.getMessage()), e);
            }
        }
        if (quorum == null) {
            throw new FormatException("the policy has no quorum line");
        }
        return new TlogPolicy(logs, witnesses, quorum);
    }

    private void line(String line) {
        FormatException.unless(
                line.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == DELETE), "there is a control character");
        List<String> items = items(line);
        if (items.isEmpty() || items.getFirst().startsWith("#")) {
            return;
        }
        definitions++;
        FormatException.unless(definitions <= MOST_DEFINITIONS, "there are more than 1,000 definitions");
        switch (items.getFirst()) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new FormatException("it begins with none of log, witness, group and quorum");
        }
    }

    private void log(List<String> items) {
        FormatException.unless(items.size() == 2 || items.size() == 3, "a log is written: log <vkey> [<url>]");
        logs.add(key(items.get(1)));
    }

    private void witness(List<String> items) {
        FormatException.unless(
                items.size() == 3 || items.size() == 4, "a witness is written: witness <name> <vkey> [<url>]");
        VerifierKey key = key(items.get(2));
        witnesses.add(key);
        define(items.get(1), new Quorum.Witness(key));
    }

    private void group(List<String> items) {
        FormatException.unless(items.size() >= 4, "a group is written: group <name> all|any|<k> <name>...");
        List<Quorum> group = new ArrayList<>();
        for (String name : items.subList(3, items.size())) {
            group.add(known(name));
            FormatException.unless(members.add(name), "a member belongs to a group already");
        }
        define(items.get(1), new Quorum.Group(threshold(items.get(2), group.size()), group));
    }

    private static int threshold(String written, int members) {
        long threshold = switch (written) {
            case "any" -> 1;
            case "all" -> members;
            default -> Decimal.parse(written, "a group's threshold");
        };
        FormatException.unless(
                threshold >= 1 && threshold <= members, "a group's threshold is not between 1 and its size");
        return Math.toIntExact(threshold);
    }

    private void quorum(List<String> items) {
        FormatException.unless(items.size() == 2, "a quorum is written: quorum <name>");
        FormatException.unless(quorum == null, "there is a second quorum line");
        String name = items.get(1);
        quorum = name.equals(NONE) ? new Quorum.None() : known(name);
    }

    private void define(String name, Quorum quorum) {
        FormatException.unless(
                !name.equals(NONE) && defined.putIfAbsent(name, quorum) == null, "a name is taken already");
    }

    private Quorum known(String name) {
        Quorum known = defined.get(name);
        if (known == null) {
            throw new FormatException("a name is not defined before it is used");
        }
        return known;
    }

    private static VerifierKey key(String item) {
        return VerifierKey.parse(Utf8.decode(item.getBytes(ISO_8859_1), "a verifier key"));
    }

    private static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line, " \t");
        while (tokens.hasMoreTokens()) {
            items.add(tokens.nextToken());
        }
        return items;
    }
}
