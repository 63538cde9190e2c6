package com.hotpotspot.command.check;

import com.hotpotspot.keystore.Keystore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CheckConfiguration {

    @Bean
    ClaimCodes claimCodes(Keystore keystore) {
        return ClaimCodes.of(keystore);
    }
}
