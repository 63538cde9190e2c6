package com.hotpotspot.command.keystore;

import com.hotpotspot.keystore.Keystore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeystoreConfiguration {

    @Bean
    Keystore keystore(KeystoreSettings settings) {
        return settings.open();
    }
}
