package com.hotpotspot.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.hotpotspot.access.Door;
import com.hotpotspot.access.Roles;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.PagePaths;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.testing.WrittenTable;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.webflux.actuate.endpoint.web.AbstractWebFluxEndpointHandlerMapping;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Walks through every door that there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {

    /** Where nobody is asked who they are. A door is added here deliberately or not at all. */
    private static final List<String> OPEN = List.of(
            "/api/v1/health",
            "/actuator/health",
            "/actuator/health/{*path}",
            "/checkpoint",
            "/tile/{*rest}",
            "/api/v1/audit/verifier-key",
            "/language");

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.with(
            List.of(OddDoors.class, ForgottenDoor.class),
            database,
            "hotpotspot.audit.seal=true",
            "hotpotspot.audit.every=100ms",
            "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
            "hotpotspot.keystore.passphrase-file=" + TestKeystore.shared().passphraseFile());

    @BeforeAll
    void network() {
        WrittenLog log = new WrittenLog(database);
        log.found(NetworkPurpose.LIVE);
        log.register("VAKE", NodeType.FRANCHISE, "Tbilisi");
        log.register("GORI", NodeType.FRANCHISE, "Gori");
        side.caughtUpTo(log.head());
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void everyDoorDeclaresWhoMayComeIn() {
        assertThat(ownDoors()).isNotEmpty().noneMatch(door -> door.declared() instanceof Door.Undeclared);
    }

    @Test
    void onlyFewDoorsAreOpen() {
        assertThat(allDoors()
                        .filter(door -> door.declared() instanceof Door.Open)
                        .map(Place::pattern))
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    @Test
    void theDoorsThatCameWithTheActuatorAreForThoseWhoWatch() {
        assertThat(actuatorDoors().filter(door -> !door.pattern().startsWith("/actuator/health")))
                .extracting(Place::pattern, Place::roles)
                .containsExactlyInAnyOrder(
                        tuple("/actuator", List.of(Role.ADMIN, Role.AUDITOR)),
                        tuple("/actuator/info", List.of(Role.ADMIN, Role.AUDITOR)),
                        tuple("/actuator/prometheus", List.of(Role.ADMIN, Role.AUDITOR)));
    }

    /** The roles that were agreed are in that list, which a review sees change with them. */
    @Test
    void everyDoorIsListedWithItsRoles() throws IOException {
        assertThat(new WrittenTable("endpoints.md", "doors of the query side", List.of("door", "side", "roles"))
                        .difference(ownDoors().map(Place::listed).sorted().toList()))
                .isEmpty();
    }

    /** Somebody who holds several roles acts in the first that is declared, which must not bind them more. */
    @Test
    void rolesWithoutBoundsStandBeforeTheOthers() {
        assertThat(allDoors().map(Place::roles))
                .allSatisfy(roles -> assertThat(roles.stream().map(DoorsTest::isBounded))
                        .isSortedAccordingTo(Comparator.naturalOrder()));
    }

    @ParameterizedTest
    @MethodSource("lockedDoors")
    void aLockedDoorIsClosedToWhoeverDoesNotSayWhoTheyAre(Place door) {
        expectRefusal(side.nobody(), door, 401, "unauthenticated")
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"hotpotspot\"");
    }

    @ParameterizedTest
    @MethodSource("lockedDoors")
    void aLockedDoorIsClosedToEveryOtherRole(Place door) {
        Stream.of(Role.values())
                .filter(Predicate.not(door.roles()::contains))
                .forEach(role -> expectRefusal(side.clientAs(claim(role)), door, 403, "forbidden"));
        expectRefusal(side.clientAs(), door, 403, "forbidden");
    }

    @ParameterizedTest
    @MethodSource("lockedDoors")
    void aLockedDoorOpensToEachRoleThatItDeclares(Place door) {
        door.roles()
                .forEach(role -> assertThat(status(door, role))
                        .as("%s as %s", door, role)
                        .isLessThan(500)
                        .isNotIn(401, 403, 405));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/health", "/actuator/health", "/actuator/health/liveness", "/assets/app.css"})
    void anOpenDoorIsOpenToEverybody(String path) {
        assertThat(side.statusForNobody(path)).isEqualTo(200);
        assertThat(side.status(path)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = "/api/v1/undeclared")
    void aDoorThatDeclaresNothingIsClosedToEverybody(String path) {
        side.nobody().get().uri(path).exchange().expectStatus().isUnauthorized();
        side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("forbidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/network/stats",
                "/nothing",
                "/static/assets/app.css",
                "/query-side.yaml",
                "/login",
                "/logout",
                "/actuator/env"
            })
    void whoeverDoesNotSayWhoTheyAreIsNotToldWhatThereIs(String path) {
        assertThat(side.statusForNobody(path)).isEqualTo(401);
        assertThat(side.status(path)).isEqualTo(404);
    }

    @Test
    void aMethodThatADoorDoesNotHaveIsNoWayAround() {
        for (HttpMethod method : List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.OPTIONS)) {
            side.nobody()
                    .method(method)
                    .uri("/api/v1/network/stats")
                    .exchange()
                    .expectStatus()
                    .value(status -> assertThat(status).isIn(401, 403));
        }
    }

    @Test
    void aMethodMayDeclareMoreThanItsClass() {
        assertThat(side.status("/api/v1/of-class", "ANALYST")).isEqualTo(200);
        assertThat(side.status("/api/v1/of-class", "AUDITOR")).isEqualTo(403);
        assertThat(side.status("/api/v1/of-method", "AUDITOR")).isEqualTo(200);
        assertThat(side.status("/api/v1/of-method", "ANALYST")).isEqualTo(403);
    }

    @Test
    void nobodyNeedsAFormTokenWhoseRequestABrowserCouldNotMake() {
        side.clientAs("ANALYST")
                .post()
                .uri("/api/v1/of-class")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nodes/GORI/sales", "/nodes/GORI", "/api/v1/nodes/NONE/sales"})
    void aFranchiseeIsKeptFromTheNodesOfOthers(String path) {
        assertThat(side.status(path, "FRANCHISEE:VAKE")).isEqualTo(403);
        assertThat(side.status(path.replaceAll("GORI|NONE", "VAKE"), "FRANCHISEE:VAKE"))
                .isEqualTo(200);
        assertThat(side.status(path, "FRANCHISEE:VAKE", "REGULATOR")).isIn(200, 404);
    }

    @Test
    void howManySalesAnotherNodeHasIsNotFoundOutByTheirProofs() {
        String proof = "/api/v1/nodes/GORI/sales/99/proof";
        for (String claim : List.of("FRANCHISEE:VAKE", "POS_TERMINAL:VAKE")) {
            assertThat(side.status(proof, claim)).as(claim).isEqualTo(403);
        }
        for (String claim : List.of("FRANCHISEE:GORI", "POS_TERMINAL:GORI", "CUSTOMER:holder", "AUDITOR")) {
            assertThat(side.status(proof, claim)).as(claim).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRANCHISEE:VAKE", "POS_TERMINAL:VAKE"})
    void whoeverIsThereForSomeNodesIsToldOfNoOthers(String claim) {
        side.clientAs(claim)
                .get()
                .uri("/api/v1/nodes")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.data.nodes[*].nodeId")
                .isEqualTo("VAKE");
    }

    private static WebTestClient.ResponseSpec expectRefusal(WebTestClient client, Place door, int status, String code) {
        WebTestClient.ResponseSpec response =
                client.method(door.method()).uri(door.path()).exchange();
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
        return response;
    }

    private int status(Place door, Role role) {
        return door.method().equals(HttpMethod.GET)
                ? side.status(door.path(), claim(role))
                : side.clientAs(claim(role))
                        .method(door.method())
                        .uri(door.path())
                        .exchange()
                        .returnResult(Void.class)
                        .getStatus()
                        .value();
    }

    private static String claim(Role role) {
        return isBounded(role) ? role + (role.needsNodes() ? ":VAKE" : ":somebody") : role.name();
    }

    private static boolean isBounded(Role role) {
        return role.needsNodes() || role.needsHolder();
    }

    private Stream<Place> lockedDoors() {
        return allDoors().filter(door -> door.declared() instanceof Door.For);
    }

    private Stream<Place> allDoors() {
        return Stream.concat(ownDoors(), actuatorDoors());
    }

    private Stream<Place> ownDoors() {
        return handlers(side.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class))
                .filter(door -> door.getValue().getBeanType().getEnclosingClass() == null)
                .flatMap(door -> patterns(door.getKey())
                        .map(pattern -> new Place(
                                method(door.getKey()),
                                pattern,
                                Door.of(
                                        door.getValue().getMethod(),
                                        door.getValue().getBeanType()))));
    }

    private Stream<Place> actuatorDoors() {
        return side.context().getBeansOfType(AbstractWebFluxEndpointHandlerMapping.class).values().stream()
                .flatMap(DoorsTest::handlers)
                .flatMap(door -> patterns(door.getKey()))
                .map(pattern -> new Place(
                        HttpMethod.GET,
                        pattern,
                        pattern.startsWith("/actuator/health")
                                ? new Door.Open()
                                : new Door.For(List.of(Role.ADMIN, Role.AUDITOR))));
    }

    private static Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> handlers(
            RequestMappingInfoHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream();
    }

    private static HttpMethod method(RequestMappingInfo door) {
        return door.getMethodsCondition().getMethods().iterator().next().asHttpMethod();
    }

    private static Stream<String> patterns(RequestMappingInfo door) {
        return door.getPatternsCondition().getPatterns().stream().map(PathPattern::getPatternString);
    }

    /** A door and what it declares. */
    record Place(HttpMethod method, String pattern, Door declared) {

        String path() {
            return PagePaths.filled(pattern).replaceAll("\\{(size|saleNumber|versionNumber)}", "1");
        }

        List<Role> roles() {
            return declared instanceof Door.For some ? some.roles() : List.of();
        }

        String listed() {
            String who = declared instanceof Door.Open
                    ? "everybody"
                    : String.join(", ", roles().stream().map(Role::name).toList());
            return "| `%s %s` | query | %s |".formatted(method, pattern, who);
        }
    }

    /** Doors such as there should be none, and such as do not occur here yet. */
    @RestController
    @Roles(Role.ANALYST)
    static class OddDoors {

        @GetMapping("/api/v1/of-class")
        String ofClass() {
            return "open";
        }

        @PostMapping("/api/v1/of-class")
        String changing() {
            return "open";
        }

        @GetMapping("/api/v1/of-method")
        @Roles(Role.AUDITOR)
        String ofMethod() {
            return "open";
        }
    }

    /** A door that somebody forgot. */
    @RestController
    static class ForgottenDoor {

        @GetMapping("/api/v1/undeclared")
        String undeclared() {
            return "open";
        }
    }
}
