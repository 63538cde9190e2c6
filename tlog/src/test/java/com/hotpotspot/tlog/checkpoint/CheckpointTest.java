package com.hotpotspot.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.merkle.Hash;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class CheckpointTest {

    private static final String ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";

    @Example
    void threeLinesAreACheckpoint() {
        Checkpoint checkpoint = Checkpoint.parse("example.org/hotpot/audit\n8\n" + ROOT + "\n");

        assertThat(checkpoint).isEqualTo(new Checkpoint("example.org/hotpot/audit", 8, Hash.fromBase64(ROOT, "root")));
    }

    @Example
    void furtherLinesAreKeptAsTheyAre() {
        String text = "o\n0\n" + ROOT + "\nextension one\n two\n";

        assertThat(Checkpoint.parse(text).extensions()).isEqualTo(List.of("extension one", " two"));
        assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
    }

    @Example
    void malformedCheckpointsAreRefused() {
        for (String malformed : List.of(
                "",
                "\n",
                "o\n8\n",
                "o\n8\n" + ROOT,
                "\n8\n" + ROOT + "\n",
                "o\n08\n" + ROOT + "\n",
                "o\n-8\n" + ROOT + "\n",
                "o\n+8\n" + ROOT + "\n",
                "o\n8 \n" + ROOT + "\n",
                "o\n\u0668\n" + ROOT + "\n",
                "o\n9223372036854775808\n" + ROOT + "\n",
                "o\n8\n" + ROOT.substring(1) + "\n",
                "o\n8\n" + ROOT.replace("=", "") + "\n",
                "o\n8\nAAAA\n",
                "o\n8\n" + ROOT.replace("g=", "h=") + "\n",
                "o\n8\n" + ROOT + "\n\n",
                "o\n8\n" + ROOT + "\n\nextension\n")) {
            assertThatExceptionOfType(FormatException.class)
                    .as(malformed)
                    .isThrownBy(() -> Checkpoint.parse(malformed));
        }
    }

    @Property
    void aCheckpointReadsBackAsItWasWritten(@ForAll @LongRange(min = 0) long size) {
        Checkpoint checkpoint = new Checkpoint("origin", size, Hash.EMPTY_TREE);

        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @Property(tries = 3_000)
    void whateverIsReadIsACheckpointOrRefused(@ForAll("almostCheckpoints") String text) {
        try {
            assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
        } catch (FormatException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> almostCheckpoints() {
        return Arbitraries.of("o", "\n", "\n", "0", "8", ROOT, "extension", " ")
                .list()
                .ofMaxSize(9)
                .map(pieces -> String.join("", pieces));
    }
}
