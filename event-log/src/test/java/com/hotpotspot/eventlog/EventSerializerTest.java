package com.hotpotspot.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NodeActivated;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.TokensMinted;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class EventSerializerTest {

    private static final NodeId VAKE = new NodeId("VAKE");

    private final EventSerializer serializer = EventSerializer.create();

    @Test
    void usesTheStableNamesAndTheSameBytes() {
        NodeActivated event = new NodeActivated(VAKE);

        SerializedObject<byte[]> serialized = serializer.serialize(event, byte[].class);

        assertThat(serialized.getType().getName()).isEqualTo("node.activated");
        assertThat(serialized.getType().getRevision()).isEqualTo("1");
        assertThat(serialized.getData()).isEqualTo(EventJson.mapper().writeValueAsBytes(event));
        assertThat(serializer.<byte[], Object>deserialize(serialized)).isEqualTo(event);
    }

    @Test
    void refusesWhatIsNotRegistered() {
        assertThatThrownBy(() -> serializer.serialize("text", byte[].class))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(serializer.typeForClass(MetaData.class).getName()).isEqualTo(MetaData.class.getName());
    }

    @Test
    void readsEarlierRevisionsToo() {
        byte[] first = """
                {"buyerUnits":49,"buyerWallet":"chk-0123456789abcdef0123456789abcdef01234567","mintedUnits":100,"ownerUnits":48,"ownerWallet":"own-0123456789abcdef0123456789abcdef01234567","policyVersion":1,"royaltyUnits":3,"royaltyWallet":"own-89abcdef0123456789abcdef0123456789abcdef","sale":"VAKE:0000004711","voidableUntil":"2026-11-23T09:12:05.123Z"}""".getBytes(UTF_8);

        Object event = serializer.deserialize(new SimpleSerializedObject<>(first, byte[].class, "tokens.minted", "1"));

        assertThat(event)
                .isInstanceOfSatisfying(
                        TokensMinted.class, minted -> assertThat(minted.node()).isEqualTo(VAKE));
    }
}
