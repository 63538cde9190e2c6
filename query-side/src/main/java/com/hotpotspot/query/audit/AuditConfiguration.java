package com.hotpotspot.query.audit;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.LogSignals;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.keystore.Keystore;
import com.hotpotspot.keystore.KeystoreLocation;
import com.hotpotspot.outside.BoundedHttp;
import com.hotpotspot.query.witness.Witnesses;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    SchemaModule auditSchema() {
        return new SchemaModule("audit", "classpath:db/audit");
    }

    @Bean
    Inspection auditInspection(TreeTable table, EventLog log, AuditSettings settings, Clock clock) {
        return new Inspection(table, log, settings.look(), clock);
    }

    @Bean
    AdoptedKeys adoptedKeys(TreeTable table, Optional<LogKeys> keystore) {
        return new AdoptedKeys(table, keystore);
    }

    @Bean
    PublishedTree publishedTree(TreeTable table, EventLog log, Witnesses witnesses) {
        return new PublishedTree(table, log, witnesses::now);
    }

    @Bean
    PackedBundles packedBundles(PublishedTree tree) {
        return new PackedBundles(tree);
    }

    /** What is sealed, for whoever watches the process; how far behind that is, the head of the log tells beside it. */
    @Bean
    MeterBinder sealedEvents(@Lazy PublishedTree tree) {
        return registry -> Gauge.builder("hotpotspot.audit.size", tree, PublishedTree::size)
                .description("events that a published checkpoint covers")
                .register(registry);
    }

    /** What only a process needs that signs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "hotpotspot.audit.seal", havingValue = "true", matchIfMissing = true)
    static class Signing {

        @Bean
        KeystoreLocation keystoreLocation(Environment environment) {
            return Binder.get(environment).bindOrCreate("hotpotspot.keystore", KeystoreLocation.class);
        }

        @Bean
        LogKeys logKeys(Keystore keystore, AuditSettings settings) {
            return new LogKeys(keystore, settings.origin());
        }

        @Bean
        Keystore keystore(KeystoreLocation location) {
            return location.open();
        }

        @Bean
        HighWaterMark highWaterMark(AuditSettings settings, KeystoreLocation location) {
            Path beside = Objects.requireNonNullElse(location.file(), Path.of("keystore"));
            return new HighWaterMark(settings.highWaterMarkBeside(beside));
        }

        @Bean
        OutsideMemory outsideMemory(AuditSettings settings, Witnesses witnesses) {
            BoundedHttp http = new BoundedHttp();
            Stream<Keeper> asked = witnesses.all().stream().map(witness -> new WitnessClient(http, witness, 0));
            Stream<Keeper> peers = settings.peers().stream().map(peer -> new Peer(http, peer));
            return new OutsideMemory(
                    settings.origin(), Stream.concat(asked, peers).toList(), settings.askFirst());
        }

        @Bean
        Cosigning cosigning(
                TreeTable table,
                PublishedTree tree,
                Witnesses witnesses,
                AuditSettings settings,
                LogBuilder logBuilder) {
            return new Cosigning(table, tree, witnesses::now, settings.every(), settings.origin(), logBuilder::tell);
        }

        @Bean
        LogBuilder logBuilder(
                TreeTable table,
                PlatformTransactionManager transactionManager,
                Clock clock,
                AuditSettings settings,
                LogKeys keys,
                EventLog log,
                LogSignals signals,
                HighWaterMark mark,
                OutsideMemory outside) {
            return new LogBuilder(
                    table,
                    new TransactionTemplate(transactionManager),
                    clock,
                    settings,
                    keys,
                    new KeyRecords(table, keys, log, clock),
                    log,
                    signals,
                    mark,
                    outside);
        }
    }
}
