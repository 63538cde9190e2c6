package com.hotpotspot.query.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.wallet.WalletId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoughtTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "0, 0",
                "4711, 4711",
                "\"  4711\t\", 4711",
                "\"5,343\", 5343",
                "5.343, 5343",
                "5\u00a0343, 5343",
                "1\u202f005\u202f343, 1005343",
                "999999999999999999, 999999999999999999"
            })
    void aWholeNumberIsAPositionAlsoAsPagesWriteIt(String typed, long position) {
        assertThat(Sought.of(typed)).isEqualTo(new Sought.Position(position));
    }

    @ParameterizedTest
    @CsvSource({
        "VAKE 4711, sale:VAKE:0000004711",
        "vake 4711, sale:VAKE:0000004711",
        "VAKE:4711, sale:VAKE:0000004711",
        "VAKE : 4711, sale:VAKE:0000004711",
        "VAKE/4711, sale:VAKE:0000004711",
        "VAKE #A-17, sale:VAKE:A-17",
        "VAKE:0000004711, sale:VAKE:0000004711",
        "sale:VAKE:4711, sale:VAKE:0000004711",
        "sale:VAKE:0000004711, sale:VAKE:0000004711",
        "node:VAKE, node:VAKE",
        "VAKE, node:VAKE",
        "VAKE-2, node:VAKE-2",
        "wallet:own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12, wallet:own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12",
        "network:network, network:network"
    })
    void aSaleAndAnyOtherStreamIsFoundByItsName(String typed, String stream) {
        assertThat(Sought.of(typed)).isEqualTo(new Sought.Stream(StreamId.parse(stream)));
    }

    @Test
    void aWalletIsFoundByItsId() {
        String id = "own-2fd4e1c67a2d28fced849ee1bb76e7391b93eb12";

        assertThat(Sought.of(id)).isEqualTo(new Sought.Wallet(new WalletId(id)));
    }

    @Test
    void anEventHasAnIdOfItsOwn() {
        assertThat(Sought.of(" 01938F5A-6e2b-7c31-9d4f-0a1b2c3d4e5f "))
                .isEqualTo(new Sought.EventId(UUID.fromString("01938f5a-6e2b-7c31-9d4f-0a1b2c3d4e5f")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "007",
                "1e9",
                "4,7,1,1",
                "10000000000000000000",
                "V\u0410KE",
                "VAKE 4711 extra",
                ":",
                "node:",
                "NODE:",
                "node:VAKE\n",
                "node:VAKE\u0000x",
                "node:ვაკე",
                "'; drop table log.event; --",
                "node:VAKE' or '1'='1",
                "../../etc/passwd",
                "/explorer/events/1",
                "%2e%2e%2f",
                "<script>alert(1)</script>",
                "\u202e1174",
                "٤٧١١"
            })
    void nothingElseCanBeLookedFor(String typed) {
        assertThat(Sought.of(typed)).isIn(new Sought.Nothing(), new Sought.Stream(new StreamId("node", "VAKE")));
    }

    @Test
    void nobodyReadsWhatIsLongerThanAnythingCanBe() {
        assertThat(Sought.of("node:" + "A".repeat(100))).isInstanceOf(Sought.Stream.class);
        assertThat(Sought.of("1".repeat(201))).isEqualTo(new Sought.Nothing());
        assertThat(Sought.of("1,234".repeat(1_000_000))).isEqualTo(new Sought.Nothing());
    }
}
