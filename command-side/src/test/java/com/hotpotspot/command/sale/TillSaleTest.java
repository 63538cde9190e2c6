package com.hotpotspot.command.sale;

import static com.hotpotspot.command.sale.SaleTest.Given.NOW;
import static com.hotpotspot.command.sale.SaleTest.Given.TILL;
import static com.hotpotspot.command.sale.SaleTest.Given.VAKE;
import static com.hotpotspot.command.sale.SaleTest.Given.aNetwork;
import static com.hotpotspot.command.sale.SaleTest.Given.khinkali;
import static com.hotpotspot.command.sale.SaleTest.Given.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hotpotspot.command.policy.TokenPolicies;
import com.hotpotspot.command.testing.Fixtures;
import com.hotpotspot.command.web.StrictMapper;
import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.json.EventJson;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.sale.CashierId;
import com.hotpotspot.events.sale.FiscalNumber;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.Tip;
import com.hotpotspot.events.sale.TokensMinted;
import com.hotpotspot.events.sale.VatRate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sale with all that tills know of one: what is recorded, what it mints, and what can be none. */
class TillSaleTest {

    private static final SaleItem KHINKALI = khinkali(5);
    private static final SaleItem MTSVADI =
            new SaleItem("MTS", "Mtsvadi", "Meat", Weight.of(335, Tetri.of(3_199)), Tetri.of(72), new VatRate(180));

    @Nested
    class IsRecorded {

        @Test
        void withAllThatTheTillNames() {
            SaleRecorded fact = sold(100, 1_800, part(MeansOfPayment.CASH, 800), part(MeansOfPayment.CARD, 1_000))
                    .fact();

            assertThat(fact.items()).containsExactly(KHINKALI, MTSVADI);
            assertThat(fact.items().getLast().amount()).isEqualTo(Tetri.of(1_072));
            assertThat(fact.discountTetri()).isEqualTo(Tetri.of(100));
            assertThat(fact.totalTetri()).isEqualTo(Tetri.of(1_800));
            assertThat(fact.payments())
                    .containsExactly(part(MeansOfPayment.CASH, 800), part(MeansOfPayment.CARD, 1_000));
            assertThat(fact.tipTetri()).isEqualTo(new Tip(Tetri.of(50)));
            assertThat(fact.cashier()).isEqualTo(new CashierId("k-17"));
            assertThat(fact.fiscalNumber()).isEqualTo(new FiscalNumber("F/4711"));
        }

        @Test
        void asSmallAsBeforeWhereTheTillNamesNothingMore() {
            SaleRecorded plain = sale(VAKE, KHINKALI).fact();

            assertThat(new String(EventJson.mapper().writeValueAsBytes(plain), UTF_8))
                    .doesNotContain("discount", "payments", "tip", "cashier", "fiscal", "vat", "weight", "null");
        }

        @Test
        void andMintsForWhatWasPaidOnly() {
            RecordSale givenAway = sold(1_900, 0);
            RecordSale nearlyGivenAway = sold(1_801, 99);

            assertThat(minted(givenAway)).isZero();
            assertThat(minted(nearlyGivenAway)).isZero();
            assertThat(minted(sold(1_800, 100))).isEqualTo(100);
        }

        private static long minted(RecordSale command) {
            long[] units = {-1};
            AggregateTestFixture<Sale> fixture = Fixtures.of(Sale.class);
            fixture.registerInjectableResource(aNetwork());
            fixture.registerInjectableResource(new TokenPolicies());
            fixture.registerInjectableResource((Customers) customer -> Optional.empty());
            fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
            fixture.givenNoPriorActivity()
                    .when(command)
                    .expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
                        units[0] = ((TokensMinted) events.get(1)).mintedUnits().value();
                        // A check is issued exactly if something was minted.
                        return events.size() == (units[0] == 0 ? 2 : 3);
                    })));
            return units[0];
        }
    }

    @Nested
    class IsTheSame {

        @Test
        void onlyIfAllThatTheTillNamesIs() {
            SaleRecorded fact =
                    sold(100, 1_800, part(MeansOfPayment.CARD, 1_800)).fact();

            assertThat(fact.sameContentAs(
                            sold(100, 1_800, part(MeansOfPayment.CARD, 1_800)).fact()))
                    .isTrue();
            assertThat(fact.sameContentAs(
                            sold(100, 1_800, part(MeansOfPayment.CASH, 1_800)).fact()))
                    .isFalse();
            assertThat(fact.sameContentAs(sold(100, 1_800).fact())).isFalse();
            assertThat(fact.sameContentAs(sold(0, 1_900).fact())).isFalse();
        }

        @Test
        void asOneOfTheTimeBeforeTillsCouldNameMore() {
            RecordSale again = sale(VAKE, KHINKALI);
            SaleRecorded before = (SaleRecorded) EventJson.read("sale.recorded", "1", """
                    {"items":[{"category":"Dumplings","code":"KHI","name":"Khinkali","quantity":5,\
                    "unitPriceTetri":180}],"node":"VAKE","number":"4711","origin":"TILL","sale":"VAKE:0000004711",\
                    "soldAt":"2026-11-22T09:12:05.123Z","terminal":"TILL-1","totalTetri":900}""".getBytes(UTF_8));

            assertThat(before.sameContentAs(again.fact())).isTrue();
        }
    }

    @Nested
    class CannotExist {

        @Test
        void withATotalThatIsNotWhatItemsComeToLessDiscounts() {
            invalid(() -> sold(100, 1_900), "totalTetri must equal the items' amounts less discounts, which is 1800");
        }

        @Test
        void withADiscountBeyondWhatTheItemsComeTo() {
            invalid(() -> sold(1_901, 0), "discountTetri must be at most what the items come to, which is 1900");
        }

        @Test
        void withPaymentsThatDoNotAddUpToTheTotal() {
            invalid(
                    () -> sold(100, 1_800, part(MeansOfPayment.CARD, 1_850)),
                    "payments must add up to the total, which is 1800 without a tip, but add up to 1850");
        }

        @Test
        void withPaymentsForWhatIsGivenAway() {
            invalid(
                    () -> sold(1_900, 0, part(MeansOfPayment.CASH, 1)),
                    "payments must add up to the total, which is 0 without a tip, but add up to 1");
        }

        @Test
        void withMoreThanTwentyPayments() {
            List<Payment> parts = Collections.nCopies(21, part(MeansOfPayment.CARD, 1));

            invalid(() -> sold(1_879, 21, parts.toArray(Payment[]::new)), "payments must be at most 20 parts");
        }
    }

    @Nested
    class ALine {

        private static final String LINE = "{\"code\":\"C\",\"name\":\"N\",\"category\":\"K\",%s}";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {
                    "\"unitPriceTetri\":1|quantity must be there, with unitPriceTetri, or weightGrams with pricePerKgTetri",
                    "\"quantity\":1|unitPriceTetri must be there beside quantity",
                    "\"weightGrams\":1|pricePerKgTetri must be there beside weightGrams",
                    "\"pricePerKgTetri\":1|weightGrams must be there beside pricePerKgTetri",
                    "\"weightGrams\":1,\"pricePerKgTetri\":1,\"quantity\":1|quantity must not stand beside a weight",
                    "\"weightGrams\":1,\"pricePerKgTetri\":1,\"unitPriceTetri\":1|unitPriceTetri must not stand beside a weight",
                    "\"weightGrams\":335,\"pricePerKgTetri\":3199,\"amountTetri\":1071|amountTetri must be weightGrams × pricePerKgTetri ÷ 1000, rounded half up, which is 1072",
                    "\"quantity\":2,\"unitPriceTetri\":180,\"amountTetri\":180|amountTetri must be quantity × unitPriceTetri, which is 360",
                    "\"quantity\":1,\"unitPriceTetri\":180,\"discountTetri\":181|discountTetri must be at most the amount of its line, which is 180"
                })
        void saysOneThingOrIsRefusedInWords(String members, String reason) {
            SaleLine line = StrictMapper.get().readValue(LINE.formatted(members), SaleLine.class);

            invalid(line::item, reason);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {
                    "\"quantity\":2,\"unitPriceTetri\":180,\"amountTetri\":360,\"discountTetri\":0|360",
                    "\"quantity\":2,\"unitPriceTetri\":180,\"discountTetri\":360,\"vatPerMille\":0|0",
                    "\"weightGrams\":335,\"pricePerKgTetri\":3199,\"amountTetri\":1072,\"discountTetri\":72|1000",
                    "\"weightGrams\":1,\"pricePerKgTetri\":500|1"
                })
        void costsItsAmountLessItsDiscount(String members, long net) {
            SaleLine line = StrictMapper.get().readValue(LINE.formatted(members), SaleLine.class);

            assertThat(line.item().net()).isEqualTo(Tetri.of(net));
        }
    }

    private static void invalid(ThrowingCallable creation, String reason) {
        assertThatThrownBy(creation).isInstanceOf(InvalidValue.class).hasMessage(reason);
    }

    private static Payment part(MeansOfPayment means, long tetri) {
        return new Payment(means, Tetri.of(tetri));
    }

    /** Items that come to 1,900 tetri, less a discount on the whole. */
    private static RecordSale sold(long discount, long total, Payment... payments) {
        return new RecordSale(
                VAKE,
                new SaleNumber("4711"),
                TILL,
                NOW,
                List.of(KHINKALI, MTSVADI),
                Tetri.of(discount),
                Tetri.of(total),
                List.of(payments),
                Optional.of(new Tip(Tetri.of(50))),
                Optional.of(new CashierId("k-17")),
                Optional.empty(),
                Optional.of(new FiscalNumber("F/4711")),
                SaleOrigin.TILL);
    }
}
