package com.hotpotspot.command.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The file that tells operators how to reach an Axon Server. */
class AxonServerPropertiesTest {

    private static final Path FILE = Path.of("..", "axonserver.properties");

    private static AxonServerConfiguration bind(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind(
                        "axon.axonserver",
                        Bindable.ofInstance(new AxonServerConfiguration()),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }

    @Test
    void namesOnlyKeysThatExist() throws IOException {
        String examplesIncluded = Files.readString(FILE).replace("#axon.", "axon.");

        AxonServerConfiguration bound = bind(examplesIncluded);

        assertThat(bound.getComponentName()).isEqualTo("command-side");
        assertThat(bound.getServers()).isEqualTo("localhost:8124");
    }

    @Test
    void statesTheDefaults() throws IOException {
        AxonServerConfiguration bound = bind(Files.readString(FILE));
        AxonServerConfiguration defaults = new AxonServerConfiguration();

        assertThat(bound.getContext()).isEqualTo(defaults.getContext());
        assertThat(bound.isSslEnabled()).isEqualTo(defaults.isSslEnabled());
        assertThat(bound.getCommitTimeout()).isEqualTo(defaults.getCommitTimeout());
        assertThat(bound.getConnectTimeout()).isEqualTo(defaults.getConnectTimeout());
        assertThat(bound.getReconnectInterval()).isEqualTo(defaults.getReconnectInterval());
        assertThat(bound.getKeepAliveTime()).isEqualTo(defaults.getKeepAliveTime());
        assertThat(bound.getKeepAliveTimeout()).isEqualTo(defaults.getKeepAliveTimeout());
        assertThat(bound.getCommandFlowControl().getPermits())
                .isEqualTo(defaults.getCommandFlowControl().getPermits());
        assertThat(bound.getEventFlowControl().getPermits())
                .isEqualTo(defaults.getEventFlowControl().getPermits());
        assertThat(bound.getCommandLoadFactor()).isEqualTo(defaults.getCommandLoadFactor());
        assertThat(bound.getMaxMessageSize()).isEqualTo(defaults.getMaxMessageSize());
        assertThat(bound.getToken()).as("no secret in the file").isNull();
    }
}
