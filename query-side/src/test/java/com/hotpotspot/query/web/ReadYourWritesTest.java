package com.hotpotspot.query.web;

import static com.hotpotspot.query.testing.Dishes.khinkali;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.ResolvableType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadYourWritesTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final WrittenLog log = new WrittenLog(database);
    private final RunningQuerySide side = RunningQuerySide.on(database);
    private final WebTestClient reader = side.client();
    private NodeId vake = new NodeId("UNREGISTERED");

    @BeforeAll
    void network() {
        log.found(NetworkPurpose.LIVE);
        vake = log.register("VAKE", NodeType.OWNER, "Tbilisi");
        log.sell(vake, "1", "2026-02-04T09:00:00Z", khinkali(5));
        log.letIn(WrittenLog.SOMEBODY, Role.ADMIN);
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void whoeverHasJustSoldSomethingFindsItInEveryAnswer() {
        int number = 1;
        for (String door : doors()) {
            log.sell(vake, Integer.toString(++number), "2026-02-04T09:00:00Z", khinkali(1));
            long sold = log.head();

            WebTestClient.ResponseSpec answer = reader.get()
                    .uri(door + "?atLeast=" + sold)
                    .exchange()
                    .expectStatus()
                    .isOk();
            if (door.endsWith(".csv")) {
                answer.expectHeader()
                        .value("Content-Disposition", file -> assertThat(file).contains("_at-" + sold + "."));
            } else {
                answer.expectBody().jsonPath("$.data.position").isEqualTo(sold);
            }
        }
    }

    @Test
    void whoeverHasJustRegisteredANodeFindsItBehindEveryDoor() {
        int number = 0;
        for (String pattern : patterns()) {
            if (pattern.contains("{nodeId}") && !pattern.contains("{saleNumber}")) {
                NodeId node = log.register("NEW-" + ++number, NodeType.OWNER, "Gori");

                reader.get()
                        .uri(pattern.replace("{nodeId}", node.value()) + "?atLeast=" + log.head())
                        .exchange()
                        .expectStatus()
                        .isOk();
            }
        }
        assertThat(number).isGreaterThan(3);
    }

    @Test
    void whatTheLogHasNotComeToIsSaidAfterAWhile() {
        long ahead = log.head() + 1_000;

        reader.get()
                .uri("/api/v1/network/stats?atLeast=" + ahead)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("position-not-reached")
                .jsonPath("$.detail")
                .value(detail -> assertThat((String) detail).contains("not yet " + ahead));
    }

    @Test
    void aPositionThatIsNoneIsRefused() {
        for (String door : doors()) {
            for (String none : List.of("-1", "4711x", "1&atLeast=2", "9".repeat(30))) {
                reader.get()
                        .uri(door + "?atLeast=" + none)
                        .exchange()
                        .expectStatus()
                        .isEqualTo(400)
                        .expectBody()
                        .jsonPath("$.errors[0].field")
                        .isEqualTo("atLeast");
            }
        }
    }

    /** All that say up to where they speak. */
    @Test
    void everyDoorThatAnswersFromAProjectionCanWait() {
        assertThat(mappings().entrySet().stream()
                        .filter(door -> saysItsPosition(door.getValue()))
                        .filter(door -> !door.getValue().hasMethodAnnotation(AtLeast.class)))
                .isEmpty();
        assertThat(doors()).hasSizeGreaterThan(5);
    }

    private static boolean saysItsPosition(HandlerMethod method) {
        ResolvableType answer = ResolvableType.forMethodReturnType(method.getMethod());
        Class<?> data = answer.as(Answer.class).getGeneric(0).toClass();
        return data.isRecord()
                && Stream.of(data.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .anyMatch(accessor -> accessor.isAnnotationPresent(AsOf.class));
    }

    private List<String> doors() {
        return patterns().stream().map(PagePaths::filled).toList();
    }

    private List<String> patterns() {
        return mappings().entrySet().stream()
                .filter(door -> door.getValue().hasMethodAnnotation(AtLeast.class))
                .flatMap(door -> door.getKey().getPatternsCondition().getPatterns().stream())
                .map(PathPattern::getPatternString)
                .toList();
    }

    private Map<RequestMappingInfo, HandlerMethod> mappings() {
        return side.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
    }
}
