package com.hotpotspot.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CarriersTest {

    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    private String before;

    @BeforeEach
    void forget() {
        before = System.getProperty(PARALLELISM);
        System.clearProperty(PARALLELISM);
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(PARALLELISM);
        } else {
            System.setProperty(PARALLELISM, before);
        }
    }

    @Test
    void areSeveralToAProcessor() {
        Carriers.shareProcessors();

        assertThat(Integer.getInteger(PARALLELISM))
                .isGreaterThan(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void areAsManyAsWhoeverStartsTheProcessSays() {
        System.setProperty(PARALLELISM, "3");

        Carriers.shareProcessors();

        assertThat(System.getProperty(PARALLELISM)).isEqualTo("3");
    }
}
