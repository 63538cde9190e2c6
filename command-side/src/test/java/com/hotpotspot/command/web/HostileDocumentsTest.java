package com.hotpotspot.command.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.command.CommandSideApplication;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.testing.Spoilt;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever body a door is sent: it is a document in one meaning, or it is refused by its reader. */
class HostileDocumentsTest {

    private static final JsonMapper JSON = StrictMapper.get();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** What each door takes, and a good example of it. */
    private static final Map<Class<?>, byte[]> DOCUMENTS = documents();

    private static Map<Class<?>, byte[]> documents() {
        ClassPathScanningCandidateComponentProvider endpoints = new ClassPathScanningCandidateComponentProvider(false);
        endpoints.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return endpoints.findCandidateComponents(CommandSideApplication.class.getPackageName()).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .flatMap(endpoint -> Stream.of(endpoint.getDeclaredMethods()))
                .filter(door -> document(door).isPresent())
                .collect(toMap(door -> document(door).orElseThrow(), HostileDocumentsTest::example, (a, b) -> a));
    }

    private static Optional<Class<?>> document(Method door) {
        return Stream.of(door.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .<Class<?>>map(Parameter::getType)
                .findFirst();
    }

    private static byte[] example(Method door) {
        RequestMapping ofMethod = AnnotatedElementUtils.findMergedAnnotation(door, RequestMapping.class);
        RequestMapping ofClass =
                AnnotatedElementUtils.findMergedAnnotation(door.getDeclaringClass(), RequestMapping.class);
        String path = first(ofClass) + first(ofMethod);
        return CommandDoors.example(path).getBytes(UTF_8);
    }

    private static String first(@Nullable RequestMapping mapping) {
        return mapping == null ? "" : String.join("", mapping.path());
    }

    @Example
    void everyDoorTakesItsExample() {
        assertThat(DOCUMENTS).hasSizeGreaterThan(10);
        assertThat(DOCUMENTS)
                .allSatisfy((type, example) -> assertThat(VALIDATOR.validate(JSON.readValue(example, type)))
                        .as(type.getName())
                        .isEmpty());
    }

    @Property
    void aSpoiltDocumentIsReadInOneMeaningOrRefused(@ForAll long seed) {
        Random dice = new Random(seed);
        DOCUMENTS.forEach((type, example) -> readOrRefuse(type, Spoilt.bytes(example, dice)));
    }

    @Property
    void rubbishIsRefused(@ForAll long seed) {
        byte[] rubbish = Spoilt.rubbish(200, new Random(seed));
        DOCUMENTS.keySet().forEach(type -> readOrRefuse(type, rubbish));
    }

    private static void readOrRefuse(Class<?> type, byte[] bytes) {
        // The gate before the reader lets nothing else pass.
        if (!Utf8.isWellFormed(bytes) || bytes.length > Bodies.DOCUMENT) {
            return;
        }
        Spoilt.withinMeasure(bytes.length, () -> read(type, bytes)).ifPresent(document -> {
            assertThat(JSON.readValue(JSON.writeValueAsBytes(document), type)).isEqualTo(document);
            assertThat(VALIDATOR.validate(document)).hasSizeLessThan(10_000);
        });
    }

    private static Optional<Object> read(Class<?> type, byte[] bytes) {
        try {
            return Optional.ofNullable(JSON.readValue(bytes, type));
        } catch (InvalidValue invalid) {
            assertThat(String.valueOf(invalid.getMessage()).length()).isBetween(1, 500);
        } catch (JacksonException refused) {
            assertThat(String.valueOf(MalformedJsonException.of(refused).getMessage())
                            .length())
                    .isBetween(1, 500);
        }
        return Optional.empty();
    }
}
