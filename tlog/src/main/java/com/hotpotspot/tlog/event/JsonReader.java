package com.hotpotspot.tlog.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.format.Utf8;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) from its UTF-8 bytes, strictly: no duplicate names, no half of a surrogate pair, no number but
 * integers up to 2^53-1 in their one form, nothing after the end. One object can be read member by member; values below
 * come as their canonical bytes (RFC 8785), whatever order and spacing they had.
 *
 * <p>All methods throw {@link FormatException} where the input is something else.
 */
final class JsonReader {

    /** The largest integer that canonical JSON is sure about. */
    static final long LARGEST_INTEGER = (1L << 53) - 1;

    private static final int DEEPEST = 64;
    private static final int MOST_DIGITS = 16;

    private final byte[] in;
    private final int end;
    private int at;
    private boolean firstMember;

    private byte[] out = new byte[1_024];
    private int written;

    JsonReader(byte[] bytes, int from, int to) {
        this.in = bytes;
        this.at = from;
        this.end = to;
    }

    /** Goes into the one object that is read member by member. */
    void beginObject() {
        skipSpace();
        expect('{');
        firstMember = true;
    }

    /** The name of the next member, whose value is to be read next; null after the last. */
    @Nullable
    String nextName() {
        skipSpace();
        if (peek() == '}') {
            at++;
            return null;
        }
        if (!firstMember) {
            expect(',');
            skipSpace();
        }
        firstMember = false;
        String name = text();
        skipSpace();
        expect(':');
        skipSpace();
        return name;
    }

    /** A member's value that is a string. */
    String string() {
        return text();
    }

    /** A member's value that is an integer from 0 on. */
    long integer() {
        FormatException.unless(peek() != '-', "there is a negative number in place of one from 0 on");
        int start = at;
        skipInteger();
        return magnitude(start);
    }

    /** A member's value of any kind, as canonical JSON. */
    byte[] canonical() {
        written = 0;
        value(0);
        return Arrays.copyOf(out, written);
    }

    /** Makes sure that nothing follows. */
    void end() {
        skipSpace();
        FormatException.unless(at == end, "there is something after the end of the JSON object");
    }

    private void value(int depth) {
        FormatException.unless(depth <= DEEPEST, "JSON is nested deeper than 64 levels");
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> canonicalString();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object(int depth) {
        expect('{');
        write('{');
        skipSpace();
        List<Member> members = new ArrayList<>();
        boolean sorted = true;
        int first = written;
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
                skipSpace();
            }
            int start = written;
            String name = nameOfMember();
            value(depth + 1);
            write(',');
            sorted &= members.isEmpty() || members.getLast().name().compareTo(name) < 0;
            members.add(new Member(name, start, written));
            skipSpace();
            FormatException.unless(peek() == ',' || peek() == '}', "a JSON object lacks a comma or its end");
        }
        at++;
        if (!sorted) {
            sort(members, first);
        }
        closeWith('}', members.isEmpty());
    }

    private String nameOfMember() {
        int name = at;
        String text = text();
        int past = at;
        at = name;
        canonicalString();
        at = past;
        skipSpace();
        expect(':');
        write(':');
        skipSpace();
        return text;
    }

    /** Brings members into the order of their names' UTF-16 code units. */
    private void sort(List<Member> members, int first) {
        byte[] unsorted = Arrays.copyOfRange(out, first, written);
        members.sort(Comparator.comparing(Member::name));
        written = first;
        String before = null;
        for (Member member : members) {
            FormatException.unless(!member.name().equals(before), "a JSON object has a name twice");
            before = member.name();
            write(unsorted, member.start() - first, member.end() - first);
        }
    }

    private void array(int depth) {
        expect('[');
        write('[');
        skipSpace();
        boolean empty = true;
        while (peek() != ']') {
            if (!empty) {
                expect(',');
                skipSpace();
            }
            empty = false;
            value(depth + 1);
            write(',');
            skipSpace();
            FormatException.unless(peek() == ',' || peek() == ']', "a JSON array lacks a comma or its end");
        }
        at++;
        closeWith(']', empty);
    }

    /** In place of the comma after the last member. */
    private void closeWith(char bracket, boolean empty) {
        if (!empty) {
            written--;
        }
        write(bracket);
    }

    private void literal(String word) {
        byte[] bytes = word.getBytes(UTF_8);
        boolean there = end - at >= bytes.length && Arrays.equals(in, at, at + bytes.length, bytes, 0, bytes.length);
        FormatException.unless(there, "there is something that is no JSON value");
        write(bytes, 0, bytes.length);
        at += bytes.length;
    }

    private void number() {
        int start = at;
        boolean negative = peek() == '-';
        if (negative) {
            at++;
        }
        int digits = at;
        skipInteger();
        FormatException.unless(magnitude(digits) != 0 || !negative, "there is a minus zero");
        write(in, start, at);
    }

    private void skipInteger() {
        int digits = at;
        while (at < end && in[at] >= '0' && in[at] <= '9') {
            at++;
        }
        FormatException.unless(at > digits, "there is something that is no JSON value");
        FormatException.unless(in[digits] != '0' || at == digits + 1, "a number has a leading zero");
        FormatException.unless(
                at == end || (in[at] != '.' && in[at] != 'e' && in[at] != 'E'), "a number is not a plain integer");
    }

    private long magnitude(int digits) {
        FormatException.unless(at - digits <= MOST_DIGITS, "a number exceeds 2^53-1");
        long magnitude = 0;
        for (int i = digits; i < at; i++) {
            magnitude = magnitude * 10 + (in[i] - '0');
        }
        FormatException.unless(magnitude <= LARGEST_INTEGER, "a number exceeds 2^53-1");
        return magnitude;
    }

    private void canonicalString() {
        int start = at;
        if (skipString()) {
            write(in, start, at);
            return;
        }
        StringBuilder canonical = new StringBuilder();
        CanonicalText.append(canonical, unescaped(start + 1, at - 1));
        byte[] bytes = canonical.toString().getBytes(UTF_8);
        write(bytes, 0, bytes.length);
    }

    private String text() {
        int start = at;
        return skipString() ? new String(in, start + 1, at - start - 2, UTF_8) : unescaped(start + 1, at - 1);
    }

    /** Passes over a string; true if it has no escapes. */
    private boolean skipString() {
        FormatException.unless(peek() == '"', "there is something else in place of a JSON string");
        at++;
        boolean plain = true;
        while (peek() != '"') {
            byte b = in[at];
            FormatException.unless(b < 0 || b >= ' ', "a JSON string has a control character");
            if (b < 0) {
                at = Utf8Sequence.end(in, at, end);
            } else if (b == '\\') {
                plain = false;
                at += 2;
            } else {
                at++;
            }
        }
        at++;
        return plain;
    }

    private String unescaped(int from, int to) {
        StringBuilder text = new StringBuilder();
        int plain = from;
        for (int i = from; i < to; ) {
            if (in[i] != '\\') {
                i++;
                continue;
            }
            text.append(new String(in, plain, i - plain, UTF_8));
            char escaped = (char) in[i + 1];
            text.append(
                    switch (escaped) {
                        case '"', '\\', '/' -> escaped;
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'u' -> codeUnit(i + 2, to);
                        default -> throw new FormatException("a JSON string has an escape that there is not");
                    });
            i += escaped == 'u' ? 6 : 2;
            plain = i;
        }
        text.append(new String(in, plain, to - plain, UTF_8));
        return Utf8.requireWellFormed(text.toString(), "a JSON string");
    }

    private char codeUnit(int from, int to) {
        FormatException.unless(to - from >= 4, "a JSON string has an escape that is cut short");
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit((char) in[i], 16);
            FormatException.unless(digit >= 0, "a JSON string has an escape that there is not");
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void skipSpace() {
        while (at < end && (in[at] == ' ' || in[at] == '\t' || in[at] == '\n' || in[at] == '\r')) {
            at++;
        }
    }

    private char peek() {
        FormatException.unless(at < end, "the JSON ends too early");
        return (char) in[at];
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new FormatException("there is no '%s' where JSON must have one".formatted(c));
        }
        at++;
    }

    private void write(char ascii) {
        reserve(1);
        out[written++] = (byte) ascii;
    }

    private void write(byte[] bytes, int from, int to) {
        reserve(to - from);
        System.arraycopy(bytes, from, out, written, to - from);
        written += to - from;
    }

    private void reserve(int more) {
        if (out.length - written < more) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, written + more));
        }
    }

    private record Member(String name, int start, int end) {}
}
