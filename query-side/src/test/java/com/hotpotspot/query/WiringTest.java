package com.hotpotspot.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.access.Public;
import com.hotpotspot.eventlog.AxonServerEventLog;
import com.hotpotspot.eventlog.AxonServerSignals;
import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.testing.KeptProjections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holds the wiring that Axon and Boot would otherwise choose by themselves, with Axon's starter on the class path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WiringTest {

    private final TestDatabase database = TestDatabase.with(SchemaModule.LOG);
    private final RunningQuerySide side = RunningQuerySide.with(List.of(ThreadProbe.class), database);

    @BeforeAll
    void starterIsThere() throws ClassNotFoundException {
        Class.forName("org.axonframework.springboot.autoconfig.AxonAutoConfiguration");
    }

    @AfterAll
    void close() {
        side.close();
        database.close();
    }

    @Test
    void theLogIsInTheDatabase() {
        assertThat(side.bean(EventLog.class)).isInstanceOf(PostgresEventLog.class);
    }

    @Test
    void nothingLooksForAnAxonServer() {
        assertThat(side.context().getBeansOfType(AxonServerConnectionManager.class))
                .isEmpty();
        assertThat(side.context().getBeansOfType(AxonServerConfiguration.class)).isEmpty();
        assertThat(side.context().getBeansOfType(AxonServerSignals.class)).isEmpty();
    }

    @Test
    void nothingChecksForUpdates() {
        assertNothingChecksForUpdates(side);
    }

    @Test
    void axonConfiguresNothingByItself() {
        assertAxonConfiguresNothingByItself(side);
    }

    @Test
    void bootPutsNoLocksOnByItself() throws ClassNotFoundException {
        Class.forName("org.springframework.security.oauth2.server.authorization.OAuth2Authorization");

        assertThat(Stream.of(side.context().getBeanDefinitionNames())
                        .filter(name -> name.startsWith("org.springframework.boot.security")))
                .isEmpty();
        assertThat(side.context().getBeansOfType(ReactiveUserDetailsService.class))
                .isEmpty();
        assertThat(side.context().getBeansOfType(SecurityWebFilterChain.class)).hasSize(1);
    }

    @Test
    void requestsThatBlockRunOnVirtualThreads() {
        side.client().get().uri("/thread").exchange().expectBody(String.class).isEqualTo("virtual");
    }

    @Test
    void theServerIsNettyThoughTomcatIsThere() throws ClassNotFoundException {
        Class.forName("org.apache.catalina.startup.Tomcat");

        assertThat(side.webServer()).isInstanceOf(NettyWebServer.class);
    }

    @Test
    void theServerIsBoundToLoopback() {
        assertThat(side.bean(ServerProperties.class).getAddress()).isNotNull().matches(InetAddress::isLoopbackAddress);
    }

    @Test
    void allProjectionsRun() {
        assertThat(side.bean(Projections.class).states())
                .extracting(state -> state.name().toString())
                .containsExactlyInAnyOrderElementsOf(KeptProjections.names());
    }

    private static void assertNothingChecksForUpdates(RunningQuerySide side) {
        assertThat(side.context().getBeansOfType(UpdateChecker.class)).isEmpty();
    }

    private static void assertAxonConfiguresNothingByItself(RunningQuerySide side) {
        assertThat(Stream.of(side.context().getBeanDefinitionNames())
                        .filter(name -> name.startsWith("org.axonframework.springboot")))
                .isEmpty();
    }

    /** With the profile {@code axonserver}, and no server where it is said to be. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnAxonServer {

        private final TestDatabase own = TestDatabase.with();
        private final RunningQuerySide other = start(own);

        private static RunningQuerySide start(TestDatabase database) {
            return RunningQuerySide.on(
                    database,
                    "spring.profiles.active=axonserver",
                    "axon.axonserver.servers=localhost:1",
                    "axon.axonserver.connect-timeout=200",
                    "axon.axonserver.commit-timeout=200");
        }

        @AfterAll
        void close() {
            other.close();
            own.close();
        }

        @Test
        void theLogIsThere() {
            assertThat(other.bean(EventLog.class)).isInstanceOf(AxonServerEventLog.class);
            assertThat(other.bean(LogSignals.class)).isInstanceOf(AxonServerSignals.class);
        }

        @Test
        void itIsToldFromTheCommandSide() {
            AxonServerConfiguration configuration = other.bean(AxonServerConfiguration.class);

            assertThat(configuration.getServers()).isEqualTo("localhost:1");
            assertThat(configuration.getComponentName()).isEqualTo("query-side");
            assertThat(configuration.getClientId()).startsWith("query-side-");
        }

        @Test
        void projectionsStayInTheDatabase() {
            other.client()
                    .get()
                    .uri("/api/v1/network/stats")
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        @Test
        void nothingElseIsDifferent() {
            assertNothingChecksForUpdates(other);
            assertAxonConfiguresNothingByItself(other);
            assertThat(other.bean(Projections.class).states()).hasSameSizeAs(KeptProjections.names());
        }

        @Test
        void aServerThatIsNotThereIsWaitedForAndHealthSaysSo() {
            other.client()
                    .get()
                    .uri("/api/v1/health")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("{\"data\": {\"status\": \"DEGRADED\", \"head\": null}}");
            other.client()
                    .get()
                    .uri("/actuator/health")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503);
            other.client()
                    .get()
                    .uri("/api/v1/events")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("The event log cannot be reached. Try again.");
        }

        @Test
        void aDatabaseThatHoldsALogOfItsOwnIsLeftAlone() {
            try (TestDatabase mixed = TestDatabase.with(SchemaModule.LOG)) {
                new WrittenLog(mixed).found(NetworkPurpose.DEMO);

                assertThatThrownBy(() -> start(mixed)).rootCause().hasMessageContaining("holds a log of its own");
            }
        }
    }

    @RestController
    static class ThreadProbe {

        @GetMapping("/thread")
        @Public
        String thread() {
            return Thread.currentThread().isVirtual() ? "virtual" : "platform";
        }
    }
}
