package com.hotpotspot.eventlog;

import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.json.EventTypes;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's serializer for events, with the names of {@link EventTypes} in place of class names. */
public final class EventSerializer extends Jackson3Serializer {

    private EventSerializer(Builder builder) {
        super(builder);
    }

    public static EventSerializer create() {
        return new EventSerializer(builder().jsonMapperBuilderCustomizer(EventJson::configure));
    }

    /** @throws IllegalArgumentException if the class is neither metadata nor a registered event */
    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    public SerializedType typeForClass(Class type) {
        if (type == null || type == Void.class || type == MetaData.class) {
            return super.typeForClass(type);
        }
        return EventTypes.of(type)
                .map(known -> new SimpleSerializedType(known.name(), known.revision()))
                .orElseThrow(() -> new IllegalArgumentException(type + " is not a registered event"));
    }

    /** Events of any revision this build knows; see {@link EventJson#read}. */
    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // as Axon declares it; the registry knows the class
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        SerializedType type = serialized.getType();
        if (EventTypes.named(type.getName()).isEmpty()) {
            return super.deserialize(serialized);
        }
        byte[] payload = getConverter().convert(serialized, byte[].class).getData();
        return (T) EventJson.read(type.getName(), type.getRevision(), payload);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return EventTypes.named(type.getName())
                .<Class<?>>map(known -> known.payload())
                .orElse(UnknownSerializedType.class);
    }
}
