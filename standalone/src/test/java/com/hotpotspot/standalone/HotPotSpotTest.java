package com.hotpotspot.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HotPotSpotTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine =
            HotPotSpot.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void servesWhenNothingElseIsSaid() {
        assertThat(HotPotSpot.orServe()).containsExactly("serve");
        assertThat(HotPotSpot.orServe("--data", "elsewhere", "--empty"))
                .containsExactly("serve", "--data", "elsewhere", "--empty");
    }

    @Test
    void doesWhatIsSaid() {
        assertThat(HotPotSpot.orServe("replay", "orders.csv")).containsExactly("replay", "orders.csv");
        assertThat(HotPotSpot.orServe("--help")).containsExactly("--help");
        assertThat(HotPotSpot.orServe("-V")).containsExactly("-V");
    }

    @Test
    void helpNamesEverySubcommand() {
        assertThat(commandLine.execute("--help")).isZero();
        assertThat(out.toString()).contains("serve", "replay", "keystore", "verify");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve --bogus",
                "serve --command-port 0",
                "serve --command-port 65536",
                "serve --query-port many",
                "serve --command-port 9000 --query-port 9000",
                "serve extra",
                "keystore",
                "verify",
                "qqq"
            })
    void optionsThatMakeNoSenseGetTheUsageAndStartNothing(String line) {
        assertThat(commandLine.execute(line.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: hotpotspot").doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }
}
