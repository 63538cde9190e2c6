package com.hotpotspot.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.CredentialId;
import com.hotpotspot.events.idempotency.IdempotencyKey;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.OwnerId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CustomerId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.RefundNumber;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.wallet.HolderId;
import com.hotpotspot.events.wallet.WalletId;
import com.hotpotspot.testing.Spoilt;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Whatever text stands in place of an id: it is one, and then in one form only, or it is refused in words. */
class HostileIdsTest {

    private static final int LONGEST = 128;

    /** What reads an id, and a good example of it. */
    private static final Map<Function<String, Object>, String> IDS = Map.ofEntries(
            Map.entry(NodeId::new, "VAKE-1"),
            Map.entry(OwnerId::new, "owner.1_a"),
            Map.entry(TerminalId::new, "TILL-1"),
            Map.entry(AccountId::new, "till-4-vake-till-1"),
            Map.entry(CredentialId::new, "01936f5e-8c5b-7a4e-9d3c-2b1a0f9e8d7c"),
            Map.entry(HolderId::new, "customer-1"),
            Map.entry(CustomerId::new, "customer-1"),
            Map.entry(CashierId::new, "cashier.7"),
            Map.entry(FiscalNumber::new, "F/2026-4711"),
            Map.entry(WalletId::new, "cus-0123456789abcdef0123456789abcdef01234567"),
            Map.entry(SaleNumber::new, "2026-4711_a.b"),
            Map.entry(RefundNumber::new, "R-1"),
            Map.entry(IdempotencyKey::new, IdempotencyKey.sha256(new byte[0])),
            Map.entry(StreamId::parse, "sale:VAKE:0000004711"));

    /** Ids that people write in several ways, which all mean one. */
    private static final Map<Function<String, Object>, String> WRITTEN =
            Map.of(SaleId::parse, "VAKE:4711", CheckId::parse, "VAKE:0000004711");

    @Property
    void aSpoiltIdIsInItsOneFormOrRefused(@ForAll long seed) {
        Random dice = new Random(seed);
        IDS.forEach((reader, example) -> {
            String text = Spoilt.text(example, dice);
            Object id = readOrRefused(reader, text);
            if (id != null) {
                assertThat(id).hasToString(text);
                assertThat(text).hasSizeLessThanOrEqualTo(LONGEST).matches("[ -~]*");
            }
        });
    }

    @Property
    void aSpoiltSaleIsReadAsOneThatExistsOrRefused(@ForAll long seed) {
        Random dice = new Random(seed);
        WRITTEN.forEach((reader, example) -> {
            Object id = readOrRefused(reader, Spoilt.text(example, dice));
            if (id != null) {
                assertThat(reader.apply(id.toString())).isEqualTo(id);
                assertThat(StreamId.parse("sale:" + id).key()).isEqualTo(id.toString());
            }
        });
    }

    @Property
    void anAccountIsATillsOnlyIfThatTillHasIt(@ForAll long seed) {
        Object account = readOrRefused(AccountId::new, Spoilt.text("till-6-vake-1-till-1", new Random(seed)));
        if (account instanceof AccountId id) {
            id.terminal()
                    .ifPresent(terminal -> assertThat(id.value())
                            .startsWith("till-")
                            .endsWith('-' + terminal.value().toLowerCase(Locale.ROOT)));
        }
    }

    /** It can be created and granted the role of a till, and every reader of the log meets that. */
    @Example
    void anAccountThatIsCalledLikeATillOfANameThatIsTooLongIsNobodys() {
        assertThat(new AccountId("till-1-a-" + "b".repeat(25)).terminal()).isEmpty();
        assertThat(new AccountId("till-1-a-" + "b".repeat(24)).terminal()).contains(new TerminalId("B".repeat(24)));
    }

    @Property
    void aSpoiltTimeIsAnInstantOfTheEraOrRefused(@ForAll long seed) {
        String text = Spoilt.text("2026-11-28T09:12:05.123456789+04:00", new Random(seed));
        try {
            Instant instant = Era.require(Era.parse(text), "soldAt");
            assertThat(Era.parse(instant.toString())).isEqualTo(instant);
        } catch (DateTimeException | InvalidValue refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Property
    void legibleTextComesBackFromItsBytes(@ForAll long seed) {
        String text = Spoilt.text("ხინკალი, Khinkali \u26a0\ufe0f", new Random(seed));
        try {
            assertThat(new String(PlainText.requireLegible(text, "name", 200).getBytes(UTF_8), UTF_8))
                    .isEqualTo(text);
        } catch (InvalidValue refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static @Nullable Object readOrRefused(Function<String, Object> reader, String text) {
        try {
            return reader.apply(text);
        } catch (InvalidValue refused) {
            assertThat(refused.field()).isNotBlank();
            // A stranger's text is not told back at length.
            assertThat(refused).message().hasSizeBetween(1, 200);
            return null;
        }
    }
}
