package com.hotpotspot.query.witness;

import com.hotpotspot.query.witness.WitnessSettings.Witness;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import com.hotpotspot.tlog.note.VerifierKey;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Witnesses as settings name them. */
final class TestWitnesses {

    private TestWitnesses() {}

    /** The key of the witness that is called so; its seed follows from its name. */
    static VerifierKey key(String name) {
        return NoteSigner.ofWitness(new KeyName("witness.example/" + name), seed(name), InstantSource.system())
                .verifierKey();
    }

    static byte[] seed(String name) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) name.hashCode());
        return seed;
    }

    static Witness of(String node) {
        return witness(key(node), node);
    }

    static Witness outside(String name) {
        return witness(key(name), null);
    }

    private static Witness witness(VerifierKey key, @Nullable String node) {
        return new Witness(key.toString(), URI.create("https://" + key.name()), node);
    }

    static WitnessSettings settings(Witness... witnesses) {
        return new WitnessSettings(List.of(witnesses), Duration.ofHours(1));
    }

    /** The same as properties of a process. */
    static String[] properties(Witness... witnesses) {
        return IntStream.range(0, witnesses.length)
                .boxed()
                .flatMap(index -> properties(
                        String.format(Locale.ROOT, "hotpotspot.audit.witnesses[%d].", index), witnesses[index]))
                .toArray(String[]::new);
    }

    private static Stream<String> properties(String prefix, Witness witness) {
        Stream<String> always = Stream.of(prefix + "key=" + witness.key(), prefix + "url=" + witness.url());
        return witness.nodeId() == null
                ? always
                : Stream.concat(always, Stream.of(prefix + "node-id=" + witness.nodeId()));
    }
}
