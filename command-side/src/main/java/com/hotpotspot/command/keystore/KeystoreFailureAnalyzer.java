package com.hotpotspot.command.keystore;

import com.hotpotspot.keystore.KeystoreNotOpenException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one line instead of the beans that could not be made. Named in {@code META-INF/spring.factories}. */
final class KeystoreFailureAnalyzer extends AbstractFailureAnalyzer<KeystoreNotOpenException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeystoreNotOpenException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
