package com.hotpotspot.command.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.access.Door;
import com.hotpotspot.command.testing.RunningCommandSide;
import com.hotpotspot.command.testing.RunningCommandSide.Reply;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.testing.WrittenTable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door there is, found by asking the framework, not by listing them. */
class EveryDoorTest {

    private static final String THIS_SIDE = "command";

    private static RunningCommandSide system;
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);

    @BeforeAll
    static void somebodyOfEachRole() {
        system = new RunningCommandSide(
                "--hotpotspot.issuer.requests-per-address=1000", "--hotpotspot.limits.sign-ins.address-at-once=1000");
        system.post("/api/v1/network", "{\"founderId\":\"founder\"}");
        system.post("/api/v1/nodes", """
                {"nodeId":"VAKE","type":"OWNER","city":"Tbilisi","ownerId":"founder"}""");
        for (Role role : Role.values()) {
            String scope =
                    role.needsNodes() ? ",\"nodes\":[\"VAKE\"]" : role.needsHolder() ? ",\"holderId\":\"c-1\"" : "";
            TOKENS.put(role, system.tokenFor(role.name(), scope));
        }
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void declaresWhoMayComeIn() {
        assertThat(doors())
                .isNotEmpty()
                .allSatisfy(
                        door -> assertThat(door.declared()).as(door.toString()).isNotInstanceOf(Door.Undeclared.class));
    }

    @Test
    void isClosedToWhoeverDoesNotSayWhoTheyAre() {
        for (OpenedDoor door : doors()) {
            Reply reply = system.as(null).send(door.request());
            if (door.declared() instanceof Door.Open) {
                assertThat(reply.status()).as(door.toString()).isNotEqualTo(401);
                assertThat(reply.status() == 403)
                        .as("%s takes what a page of ours sends", door)
                        .isEqualTo(door.takesForms());
            } else {
                assertThat(reply.status()).as(door.toString()).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"hotpotspot\"");
                assertThat(reply.code()).isEqualTo("unauthenticated");
            }
        }
    }

    @Test
    void isOpenToItsOwnRolesAndToNoOthers() {
        long head = system.log().head();
        for (OpenedDoor door : doors()) {
            if (door.declared() instanceof Door.For(List<Role> roles)) {
                for (Role role : Role.values()) {
                    Reply reply = system.as(TOKENS.get(role)).send(door.request());
                    boolean sentAway = reply.status() == 403 && reply.text().contains("This takes one of the roles");
                    assertThat(sentAway)
                            .as("%s as %s: %s", door, role, reply.text())
                            .isEqualTo(!roles.contains(role));
                }
            }
        }
        assertThat(system.log().head()).isEqualTo(head);
    }

    @Test
    void ofTheActuatorIsForThoseWhoRunTheSystemOrCheckIt() {
        for (Role role : Role.values()) {
            int expected = Set.of(Role.ADMIN, Role.AUDITOR).contains(role) ? 200 : 403;
            assertThat(system.as(TOKENS.get(role)).get("/actuator/prometheus").status())
                    .as(role.name())
                    .isEqualTo(expected);
        }
        assertThat(system.as(null).get("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(system.as(null).get("/actuator/info").status()).isEqualTo(401);
        assertThat(system.as(null).get("/actuator/health").status()).isEqualTo(200);
        assertThat(system.as(null).get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    /** The list that people read says the same. */
    @Test
    void isListedWithItsRoles() throws IOException {
        List<String> rows = doors().stream().map(OpenedDoor::listed).sorted().toList();

        assertThat(new WrittenTable("endpoints.md", "doors of the command side", List.of("door", "side", "roles"))
                        .difference(rows))
                .isEmpty();
    }

    private static List<OpenedDoor> doors() {
        List<OpenedDoor> doors = new ArrayList<>();
        system.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> doors(mapping, method).forEach(doors::add));
        return doors;
    }

    /** An error's own page answers nobody who comes straight to it. */
    private static Stream<OpenedDoor> doors(RequestMappingInfo mapping, HandlerMethod method) {
        if (ErrorController.class.isAssignableFrom(method.getBeanType())) {
            return Stream.empty();
        }
        Door declared = Door.of(method.getMethod(), method.getBeanType());
        String accepted = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("application/json");
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(verb -> mapping.getPatternValues().stream()
                        .map(path -> new OpenedDoor(verb, path, accepted, declared)));
    }

    @Test
    void ofAnErrorIsClosed() {
        assertThat(system.get("/error").status()).isEqualTo(403);
    }

    private record OpenedDoor(RequestMethod verb, String path, String accepted, Door declared) {

        /** Nothing that could be carried out: who is asked whether they may, is asked before anything is read. */
        HttpRequest request() {
            String filled = path.replace("{nodeId}", "NOWHERE")
                    .replace("{role}", "NONE")
                    .replaceAll("\\{[a-zA-Z]+}", "none:0");
            return HttpRequest.newBuilder(system.address(filled))
                    .header("Content-Type", accepted)
                    .method(verb.name(), HttpRequest.BodyPublishers.ofString(verb == RequestMethod.POST ? "{" : ""))
                    .build();
        }

        /** Whether it refuses what did not come from a page on the way in. */
        boolean takesForms() {
            return verb == RequestMethod.POST && path.startsWith("/sign-in/");
        }

        String listed() {
            String who = switch (declared) {
                case Door.Open() -> "everybody";
                case Door.Undeclared() -> "nobody";
                case Door.For(List<Role> roles) ->
                    roles.stream().map(Role::name).collect(joining(", "));
            };
            return "| `%s %s` | %s | %s |".formatted(verb, path, THIS_SIDE, who);
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }
}
