package com.hotpotspot.standalone.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.BusinessDay;
import com.hotpotspot.testing.Spoilt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a file to be replayed holds: it is orders that mean one thing, or is refused in a short line. */
class HostileFilesTest {

    private static final String HEADER = "order_id,order_date,order_time,item_id,item_price,quantity\n";
    private static final byte[] ORDERS = (HEADER + """
            1,2023-01-01,11:38:36,109,17.95,1
            2,2023-01-01,11:57:40,108,14.50,12
            1,2023-01-01,11:38:36,"KH1, hot",12.95,2
            A-17,2023-03-31,13:05,109,1.80,1
            """).getBytes(UTF_8);
    private static final byte[] MENU = """
            menu_item_id,item_name,category,price
            109,Korean Beef Bowl,Asian,17.95
            108,"ხინკალი, hot",Dumplings,14.50
            """.getBytes(UTF_8);
    private static final int LONGEST_LINE = 600;

    private static final Path DIRECTORY = directory();

    private static Path directory() {
        try {
            return Files.createTempDirectory("hostile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void leaveNothing() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(DIRECTORY);
    }

    @Property
    void aSpoiltFileOfOrdersIsReadOrRefused(@ForAll long seed) {
        readOrRefuse(Spoilt.bytes(ORDERS, new Random(seed)));
    }

    @Property
    void rubbishIsRefused(@ForAll long seed) {
        readOrRefuse(Spoilt.rubbish(500, new Random(seed)));
    }

    @Property
    void aSpoiltMenuIsReadOrRefused(@ForAll long seed) {
        byte[] menu = Spoilt.bytes(MENU, new Random(seed));
        Path file = write("menu.csv", menu);

        Spoilt.withinMeasure(menu.length, () -> readOrRefuse(() -> Menu.read(file)))
                .ifPresent(read -> assertThat(read.dish("109").name()).isNotBlank());
    }

    private static void readOrRefuse(byte[] orders) {
        Path file = write("orders.csv", orders);
        Spoilt.withinMeasure(orders.length, () -> readOrRefuse(() -> OrderFile.read(file, Menu.empty())))
                .ifPresent(read -> {
                    OrderFile again =
                            OrderFile.read(write("again.csv", csv(read).getBytes(UTF_8)), Menu.empty());
                    assertThat(again.orders()).isEqualTo(read.orders());
                });
    }

    private static <T> Optional<T> readOrRefuse(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (UnusableFileException refused) {
            String said = String.valueOf(refused.getMessage());
            assertThat(said.length()).isBetween(1, LONGEST_LINE);
            assertThat(said.chars()).noneMatch(Character::isISOControl);
            return Optional.empty();
        }
    }

    private static String csv(OrderFile file) {
        return file.orders().stream()
                .flatMap(order -> order.items().stream().map(item -> {
                    LocalDateTime at = LocalDateTime.ofInstant(order.soldAt(), BusinessDay.ZONE);
                    return Stream.of(
                                    order.number(),
                                    at.toLocalDate(),
                                    at.toLocalTime(),
                                    item.code(),
                                    item.amount().value() / item.pieces() / 100 + "."
                                            + item.amount().value() / item.pieces() % 100 / 10
                                            + item.amount().value() / item.pieces() % 10,
                                    item.pieces())
                            .map(cell -> '"' + cell.toString().replace("\"", "\"\"") + '"')
                            .collect(joining(","));
                }))
                .collect(joining("\n", HEADER, "\n"));
    }

    private static Path write(String name, byte[] content) {
        try {
            return Files.write(DIRECTORY.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
