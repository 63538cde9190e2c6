package com.hotpotspot.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.query.projection.Projections;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.testing.TestDatabase;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.reactor.netty.NettyWebServer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
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
    void axonsTransactionsAreSprings() {
        assertThat(side.context().getBeansOfType(TransactionManager.class).values())
                .singleElement()
                .isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void tokensAreKeptInTheDatabase() {
        assertThat(side.context().getBeansOfType(TokenStore.class).values())
                .singleElement()
                .isInstanceOf(JdbcTokenStore.class);
    }

    @Test
    void nothingChecksForUpdates() {
        assertThat(side.context().getBeansOfType(UpdateChecker.class)).isEmpty();
    }

    @Test
    void axonConfiguresNothingByItself() {
        assertThat(Stream.of(side.context().getBeanDefinitionNames())
                        .filter(name -> name.startsWith("org.axonframework.springboot")))
                .isEmpty();
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
                .containsExactlyInAnyOrder("network_v1", "node_sales_v1", "sales_v1");
    }

    @RestController
    static class ThreadProbe {

        @GetMapping("/thread")
        String thread() {
            return Thread.currentThread().isVirtual() ? "virtual" : "platform";
        }
    }
}
