package com.hotpotspot.query.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.witness.WitnessSettings.Witness;
import com.hotpotspot.tlog.note.KeyName;
import com.hotpotspot.tlog.note.NoteSigner;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessSettingsTest {

    private static final URI SOMEWHERE = URI.create("https://witness.example");

    @Test
    void aWitnessIsOfANodeOrFromOutside() {
        WitnessSettings settings = TestWitnesses.settings(TestWitnesses.of("VAKE"), TestWitnesses.outside("regulator"));

        assertThat(settings.nodes()).containsExactly(new NodeId("VAKE"));
        assertThat(settings.outside()).singleElement().satisfies(witness -> {
            assertThat(witness.key()).isEqualTo(TestWitnesses.key("regulator"));
            assertThat(witness.url()).isEqualTo(URI.create("https://witness.example/regulator"));
            assertThat(witness.isOutside()).isTrue();
        });
        assertThat(settings.all()).hasSize(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "nonsense", "name+00000000+AAAA", "name+zz+"})
    void aKeyThatIsNoneIsRefused(@Nullable String key) {
        assertRefused(() -> TestWitnesses.settings(new Witness(key, SOMEWHERE, "VAKE")))
                .contains("hotpotspot.audit.witnesses[0].key ");
    }

    @Test
    void aLogsKeyIsNoWitnesss() {
        String key = NoteSigner.ofLog(new KeyName("log.example"), TestWitnesses.seed("log"))
                .verifierKey()
                .toString();

        assertRefused(() -> TestWitnesses.settings(new Witness(key, SOMEWHERE, null)))
                .contains("hotpotspot.audit.witnesses[0].key is not for cosignatures");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ftp://witness.example", "witness.example", "https:///x", "https://witness.example/?a=b"})
    void anAddressThatCannotBeAskedIsRefused(@Nullable String url) {
        String key = TestWitnesses.key("VAKE").toString();

        assertRefused(() -> TestWitnesses.settings(new Witness(key, url == null ? null : URI.create(url), null)))
                .contains("hotpotspot.audit.witnesses[0].url must be an address");
    }

    @Test
    void aNodeIdThatNoNodeCouldHaveIsRefused() {
        assertRefused(() -> TestWitnesses.settings(
                        new Witness(TestWitnesses.key("VAKE").toString(), SOMEWHERE, "vake")))
                .contains("hotpotspot.audit.witnesses[0].node-id is no node's id");
    }

    @Test
    void twoWitnessesDifferInKeyNameAndNode() {
        Witness vake = TestWitnesses.of("VAKE");
        String sameKey = NoteSigner.ofWitness(
                        new KeyName("other.example"), TestWitnesses.seed("VAKE"), InstantSource.system())
                .verifierKey()
                .toString();
        String sameName = NoteSigner.ofWitness(
                        TestWitnesses.key("VAKE").name(), TestWitnesses.seed("GORI"), InstantSource.system())
                .verifierKey()
                .toString();
        String other = TestWitnesses.key("GORI").toString();

        assertRefused(() -> TestWitnesses.settings(vake, new Witness(sameKey, SOMEWHERE, "GORI")))
                .contains("witnesses[1].key has the public key of another witness, witness.example/VAKE");
        assertRefused(() -> TestWitnesses.settings(vake, new Witness(sameName, SOMEWHERE, "GORI")))
                .contains("witnesses[1].key has the name of another witness, witness.example/VAKE");
        assertRefused(() -> TestWitnesses.settings(vake, new Witness(other, SOMEWHERE, "VAKE")))
                .contains("witnesses[1].node-id is that of another witness, VAKE");
    }

    @Test
    void lookingWithoutAPauseIsRefused() {
        assertRefused(() -> new WitnessSettings(List.of(), Duration.ZERO)).contains("choose-witnesses-every");
    }

    @Test
    void aProcessWithSuchSettingsDoesNotStart() {
        try (TestDatabase database = TestDatabase.with()) {
            assertThatThrownBy(() -> RunningQuerySide.on(database, "hotpotspot.audit.witnesses[0].key=nonsense"))
                    .rootCause()
                    .hasMessageContaining("verifier key");
        }
    }

    private static AbstractStringAssert<?> assertRefused(ThrowingCallable attempt) {
        return assertThatThrownBy(attempt)
                .isInstanceOf(IllegalArgumentException.class)
                .message();
    }
}
