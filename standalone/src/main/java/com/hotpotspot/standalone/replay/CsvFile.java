package com.hotpotspot.standalone.replay;

import com.hotpotspot.events.InvalidValue;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A CSV file (RFC 4180, UTF-8, with or without a byte order mark) whose first line names its columns. Columns may stand
 * in any order, and columns that nobody asks for are ignored.
 */
final class CsvFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;

    CsvFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the whole file. A line without a word in any column, as spreadsheets leave them, holds nothing and is
     * skipped.
     *
     * @param required columns that must be there
     * @param reader called with each line of data; what it throws as {@link UnusableValueException} or
     *     {@link InvalidValue} is reported with the line's number
     * @return how many lines were skipped
     * @throws UnusableFileException if the file is missing, empty or malformed
     */
    long read(List<String> required, Consumer<Row> reader) {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new UnusableFileException(path, "there is no such file, or it may not be read");
        }
        long lastLine = 0;
        long skipped = 0;
        try (CsvReader<CsvRecord> records = open()) {
            Map<String, Integer> columns = Map.of();
            int width = 0;
            for (CsvRecord csvRecord : records) {
                lastLine = csvRecord.getStartingLineNumber();
                if (columns.isEmpty()) {
                    columns = columns(csvRecord, required);
                    width = csvRecord.getFieldCount();
                } else if (csvRecord.getFields().stream().allMatch(String::isBlank)) {
                    skipped++;
                } else if (csvRecord.getFieldCount() != width) {
                    throw new UnusableFileException(
                            path,
                            lastLine,
                            String.format(
                                    Locale.ROOT,
                                    "has %d fields, but the header has %d",
                                    csvRecord.getFieldCount(),
                                    width));
                } else {
                    hand(new Row(csvRecord, columns), reader);
                }
            }
        } catch (CsvParseException e) {
            throw new UnusableFileException(path, lastLine + 1, "is not CSV: " + e.getMessage());
        } catch (UncheckedIOException | IOException e) {
            throw unreadable(e);
        }
        if (lastLine == 0) {
            throw new UnusableFileException(path, "is empty");
        }
        return skipped;
    }

    private CsvReader<CsvRecord> open() throws IOException {
        // Unlike CsvReader's own, this reader does not read bytes that are no text as if they were some.
        BufferedReader text = Files.newBufferedReader(path);
        skipByteOrderMark(text);
        return CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private void hand(Row row, Consumer<Row> reader) {
        try {
            reader.accept(row);
        } catch (UnusableValueException | InvalidValue e) {
            throw new UnusableFileException(path, row.line(), String.valueOf(e.getMessage()));
        }
    }

    private UnusableFileException unreadable(Exception failure) {
        boolean noText =
                failure instanceof CharacterCodingException || failure.getCause() instanceof CharacterCodingException;
        return new UnusableFileException(
                path, noText ? "is not UTF-8 text" : "could not be read: " + failure.getMessage());
    }

    private Map<String, Integer> columns(CsvRecord header, List<String> required) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String name = header.getField(i).strip();
            if (columns.put(name, i) != null && !name.isEmpty()) {
                throw new UnusableFileException(
                        path, header.getStartingLineNumber(), "names the column %s twice".formatted(name));
            }
        }
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw new UnusableFileException(
                    path,
                    header.getStartingLineNumber(),
                    "the header has no %s; it must name the columns %s"
                            .formatted(String.join(", ", missing), String.join(",", required)));
        }
        return columns;
    }

    /** One line of data. */
    static final class Row {

        private final CsvRecord fields;
        private final Map<String, Integer> columns;

        private Row(CsvRecord fields, Map<String, Integer> columns) {
            this.fields = fields;
            this.columns = columns;
        }

        /** The line of the file that this begins on, counted from 1. */
        long line() {
            return fields.getStartingLineNumber();
        }

        /**
         * The text in a column, without space around it.
         *
         * @throws UnusableValueException if it is empty
         */
        String text(String column) {
            return optional(column).orElseThrow(() -> new IllegalArgumentException("there is no column " + column));
        }

        /** The text in a column, or empty if there is none, or no such column. */
        Optional<String> filled(String column) {
            return field(column).filter(text -> !text.isEmpty());
        }

        /** As {@link #text}, or empty if the file has no such column. */
        Optional<String> optional(String column) {
            Optional<String> text = field(column);
            if (text.filter(String::isEmpty).isPresent()) {
                throw new UnusableValueException("%s is empty".formatted(column));
            }
            return text;
        }

        private Optional<String> field(String column) {
            return Optional.ofNullable(columns.get(column))
                    .map(index -> fields.getField(index).strip());
        }
    }
}
