package com.hotpotspot.command.web;

import com.hotpotspot.events.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Input means what it says or is refused: Jackson's defaults would take {@code 1.9} for 1, {@code "3"} for 3, an enum's
 * ordinal for its name, the last of two equal keys, blank text for nothing, and would overlook unknown members.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 100;
    /** Of the largest document, a sale of 500 items, several times over. */
    private static final int MAX_TOKENS = 20_000;

    @Bean
    JsonMapperBuilderCustomizer strictInput() {
        return builder -> builder.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfigDefaults(
                        empty -> empty.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    JacksonModule strictInstants() {
        return new SimpleModule("strict instants").addDeserializer(Instant.class, new TextualInstant());
    }

    @Bean
    JacksonModule boundedLists() {
        return new BoundedLists();
    }

    /** Libraries bring readers of other formats, which would read by rules of their own. */
    @Bean
    ServerHttpMessageConvertersCustomizer nothingButJson() {
        return converters -> converters.configureMessageConvertersList(all -> all.removeIf(StrictJson::isOfYaml));
    }

    private static boolean isOfYaml(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .anyMatch(format -> format.getSubtype().contains("yaml"));
    }

    /** Hostile documents are refused while they are read, before they cost anything. */
    @Bean
    JsonMapper.Builder jsonMapperBuilder(List<JsonMapperBuilderCustomizer> customizers) {
        JsonMapper.Builder builder = JsonMapper.builder(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxTokenCount(MAX_TOKENS)
                        .maxStringLength((int) Bodies.DOCUMENT)
                        .build())
                .build());
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }

    /**
     * Times are text (RFC 3339) and lie in the {@link Era}; a bare number could mean seconds or milliseconds, and
     * Jackson would guess.
     */
    private static final class TextualInstant extends StdDeserializer<Instant> {

        TextualInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, Instant.class, JsonToken.VALUE_STRING, "a time is text");
            }
            return Era.require(instant(parser, context), String.valueOf(parser.currentName()));
        }

        private static Instant instant(JsonParser parser, DeserializationContext context) {
            try {
                return Era.parse(parser.getString());
            } catch (DateTimeException e) {
                throw context.weirdStringException(parser.getString(), Instant.class, String.valueOf(e.getMessage()));
            }
        }
    }
}
