package com.hotpotspot.command.network;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    @Bean
    NetworkRegistry networkRegistry() {
        return new NetworkRegistry();
    }
}
