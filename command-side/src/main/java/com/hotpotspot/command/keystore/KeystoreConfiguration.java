package com.hotpotspot.command.keystore;

import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreLocation;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class KeystoreConfiguration {

    @Bean
    Keystore keystore(Environment environment) {
        return Binder.get(environment)
                .bindOrCreate("hotpotspot.keystore", KeystoreLocation.class)
                .open();
    }
}
