package com.hotpotspot.query.witness;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.audit.WitnessNode;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.tlog.format.FormatException;
import com.hotpotspot.tlog.note.SignatureType;
import com.hotpotspot.tlog.note.VerifierKey;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the log's checkpoints may be shown to for a cosignature. Every process on one database needs the same: each
 * chooses by its own.
 *
 * @param witnesses of nodes, which may be chosen, and from outside the network, which always are
 * @param chooseWitnessesEvery how often it is looked whether other nodes are to be chosen
 */
@ConfigurationProperties("hotpotspot.audit")
record WitnessSettings(
        @DefaultValue List<Witness> witnesses,
        @DefaultValue("1m") Duration chooseWitnessesEvery) {

    private static final String PREFIX = "hotpotspot.audit.";

    /** @throws IllegalArgumentException if a witness is not described well, or is one that was described before */
    WitnessSettings {
        witnesses = List.copyOf(witnesses);
        if (!chooseWitnessesEvery.isPositive()) {
            throw new IllegalArgumentException(PREFIX + "choose-witnesses-every must be longer than nothing");
        }
        List<ChosenWitness> before = new ArrayList<>();
        for (int index = 0; index < witnesses.size(); index++) {
            String place = String.format(Locale.ROOT, "%switnesses[%d]", PREFIX, index);
            ChosenWitness witness = witnesses.get(index).read(place);
            before.forEach(other -> mustDiffer(place, witness, other));
            before.add(witness);
        }
    }

    /** All of them, in the order of the settings. */
    List<ChosenWitness> all() {
        return witnesses.stream().map(witness -> witness.read(PREFIX)).toList();
    }

    /** Those that belong to no node. */
    List<ChosenWitness> outside() {
        return all().stream().filter(ChosenWitness::isOutside).toList();
    }

    /** The nodes that have one. */
    Set<NodeId> nodes() {
        return all().stream().map(ChosenWitness::node).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private static void mustDiffer(String place, ChosenWitness witness, ChosenWitness other) {
        require(
                !witness.key().hasPublicKeyOf(other.key()),
                place + ".key has the public key of another witness, "
                        + other.key().name());
        require(
                !witness.key().name().equals(other.key().name()),
                "%s.key has the name of another witness, %s"
                        .formatted(place, other.key().name()));
        require(
                witness.node() == null || !witness.node().equals(other.node()),
                "%s.node-id is that of another witness, %s".formatted(place, witness.node()));
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /**
     * One witness.
     *
     * @param key its verifier key, written {@code name+hash+base64}, of the type of cosignatures
     * @param url where it is asked, the part before {@code /add-checkpoint}
     * @param nodeId whose witness it is; none for one from outside the network, such as a regulator's
     */
    record Witness(
            @Nullable String key,
            @Nullable URI url,
            @Nullable String nodeId) {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        private ChosenWitness read(String place) {
            return new ChosenWitness(readKey(place), readUrl(place), readNode(place));
        }

        private VerifierKey readKey(String place) {
            String property = place + ".key ";
            if (key == null || key.isBlank()) {
                throw new IllegalArgumentException(property + "is missing");
            }
            require(
                    key.length() <= WitnessNode.MAX_KEY_LENGTH,
                    String.format(
                            Locale.ROOT,
                            "%smust not be longer than %d characters",
                            property,
                            WitnessNode.MAX_KEY_LENGTH));
            VerifierKey parsed;
            try {
                parsed = VerifierKey.parse(key);
            } catch (FormatException e) {
                throw new IllegalArgumentException(property + "is no verifier key: " + e.getMessage(), e);
            }
            require(
                    parsed.type() == SignatureType.COSIGNATURE,
                    property + "is not for cosignatures (type 0x04), so it is a log's and no witness's");
            return parsed;
        }

        private URI readUrl(String place) {
            if (url == null
                    || url.getHost() == null
                    || !SCHEMES.contains(String.valueOf(url.getScheme()))
                    || url.getRawQuery() != null
                    || url.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        place + ".url must be an address that begins with https:// or http:// and has no ? or #");
            }
            return url;
        }

        private @Nullable NodeId readNode(String place) {
            if (nodeId == null || nodeId.isBlank()) {
                return null;
            }
            try {
                return new NodeId(nodeId);
            } catch (InvalidValue e) {
                throw new IllegalArgumentException(place + ".node-id is no node's id: it " + e.reason(), e);
            }
        }
    }
}
