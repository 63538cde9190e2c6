package com.hotpotspot.command.web;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads no more of a list than its {@link Size} allows. Found only afterwards, a list that is too long has become as
 * many objects by then as there was room for in the body, and as many complaints about them.
 */
final class BoundedLists extends SimpleModule {

    private static final long serialVersionUID = 1L;

    BoundedLists() {
        super("bounded lists");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new SizesOfLists());
    }

    private static final class SizesOfLists extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated member) {
            Size size = member.getAnnotation(Size.class);
            return size != null && List.class.isAssignableFrom(member.getRawType())
                    ? new BoundedList(size.max(), null)
                    : null;
        }
    }

    private static final class BoundedList extends ValueDeserializer<List<@Nullable Object>> {

        private final int most;
        private final @Nullable ValueDeserializer<Object> elements;

        BoundedList(int most, @Nullable ValueDeserializer<Object> elements) {
            this.most = most;
            this.elements = elements;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            if (property == null) {
                throw new IllegalStateException("only a member of a document can be bounded by its size");
            }
            return new BoundedList(
                    most,
                    context.findContextualValueDeserializer(property.getType().getContentType(), property));
        }

        @Override
        public @Nullable List<@Nullable Object> deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.START_ARRAY) || elements == null) {
                context.handleUnexpectedToken(List.class, parser);
                return null;
            }
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (list.size() == most) {
                    throw new ListTooLongException(parser, most);
                }
                try {
                    list.add(parser.hasToken(JsonToken.VALUE_NULL) ? null : elements.deserialize(parser, context));
                } catch (JacksonException e) {
                    throw e.prependPath(new JacksonException.Reference(list, list.size()));
                }
            }
            return list;
        }
    }
}
