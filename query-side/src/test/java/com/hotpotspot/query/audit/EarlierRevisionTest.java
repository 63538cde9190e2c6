package com.hotpotspot.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.eventlog.NewEvent;
import com.hotpotspot.eventlog.PostgresEventLog;
import com.hotpotspot.eventlog.SchemaModule;
import com.hotpotspot.eventlog.testing.TestDatabase;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.network.NetworkPurpose;
import com.hotpotspot.events.network.NodeType;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.keystore.TestKeystore;
import com.hotpotspot.query.testing.RunningQuerySide;
import com.hotpotspot.query.testing.WrittenLog;
import com.hotpotspot.tlog.event.EventLine;
import com.hotpotspot.tlog.merkle.Hash;
import com.hotpotspot.tlog.proof.TlogProof;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sale that an earlier build recorded, in a log that this build reads. */
class EarlierRevisionTest {

    private static final SaleId SALE = SaleId.parse("VAKE:4711");

    @Test
    void isShownAndProvedAsItsBytesAreAndCountedLikeAnyOther() throws IOException {
        try (TestDatabase database = TestDatabase.with(SchemaModule.LOG);
                RunningQuerySide side = RunningQuerySide.on(
                        database,
                        "hotpotspot.audit.seal=true",
                        "hotpotspot.audit.every=100ms",
                        "hotpotspot.keystore.file=" + TestKeystore.shared().file(),
                        "hotpotspot.keystore.passphrase-file="
                                + TestKeystore.shared().passphraseFile())) {
            byte[] stored = golden("sale.recorded-1.json");
            WrittenLog network = new WrittenLog(database);
            network.found(NetworkPurpose.LIVE);
            network.register("VAKE", NodeType.OWNER, "Tbilisi");
            EventLog log = new PostgresEventLog(database.as("hps_command"));
            long position = log.append(List.of(
                            event(0, "sale.recorded", stored),
                            event(1, "tokens.minted", golden("tokens.minted-1.json"))))
                    .first();
            side.caughtUpTo(log.head());

            byte[] line = get(side, "/api/v1/events?from=" + position);
            EventLine shown = EventLine.parse(
                    new String(line, UTF_8).lines().findFirst().orElseThrow().getBytes(UTF_8));

            assertThat(shown.payload()).isEqualTo(stored);
            assertThat(shown.entry().revision()).isEqualTo("1");
            assertThat(shown.entry().payloadSha256()).isEqualTo(Hash.sha256(stored));
            assertThat(new String(line, UTF_8)).contains("\"payload\":" + new String(stored, UTF_8));
            await().until(() -> side.status("/api/v1/audit/proofs/" + position, "AUDITOR") == 200);
            TlogProof proof = TlogProof.parse(get(side, "/api/v1/nodes/VAKE/sales/4711/proof"));
            assertThat(proof.index()).isEqualTo(position);
            assertThat(proof.leadsToCheckpoint(shown.entry().leaf())).isTrue();
            assertThat(new String(get(side, "/api/v1/exports/sales?format=csv-2"), UTF_8))
                    .contains(",900,1,100,")
                    .endsWith(",0,,0,0,0,900,0,\r\n");
            assertThat(new String(get(side, "/api/v1/nodes/VAKE/sales/4711"), UTF_8))
                    .contains("\"state\":\"RECORDED\"");
        }
    }

    private static NewEvent event(long sequence, String type, byte[] payload) {
        return new NewEvent(
                SALE.stream(),
                sequence,
                UUID.randomUUID(),
                type,
                "1",
                Instant.parse("2026-11-22T09:12:06Z"),
                payload,
                EventJson.metadata(Map.of("channel", "till")));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream file = EarlierRevisionTest.class.getResourceAsStream("/golden/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private static byte[] get(RunningQuerySide side, String path) {
        return Objects.requireNonNull(side.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
