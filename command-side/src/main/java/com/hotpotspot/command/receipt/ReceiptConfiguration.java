package com.hotpotspot.command.receipt;

import com.hotpotspot.keystore.Keystore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    ClaimCodes claimCodes(Keystore keystore) {
        return ClaimCodes.of(keystore);
    }
}
