package com.hotpotspot.command.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.network.TerminalId;
import com.hotpotspot.events.sale.MeansOfPayment;
import com.hotpotspot.events.sale.Measure.Weight;
import com.hotpotspot.events.sale.Payment;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleItem;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.events.sale.SaleOrigin;
import com.hotpotspot.events.sale.SaleRecorded;
import com.hotpotspot.events.sale.VatRate;
import com.hotpotspot.language.PreferredLanguage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptLanguagesTest {

    private static final Instant SOLD = Instant.parse("2026-11-24T20:05:59Z");
    private static final SaleRecorded SALE = sale();

    @Test
    void aReceiptIsWhollyInGeorgian() {
        assertThat(lines(Locale.of("ka"))).containsExactly("""
                The Hot Pot Spot
                პუნქტი                      VAKE
                გაყიდვა                     4711
                დრო             2026-11-25 00:05
                --------------------------------
                მწვადი
                  0.335 კგ x 31.99         10.72
                --------------------------------
                ფასდაკლება                 -0.72
                სულ GEL                    10.00
                მათ შორის დღგ 18%           1.53
                ნაღდი ფული                 10.00
                თქვენი ტოკენები             0.49
                --------------------------------
                ჩეკი             VAKE:0000004711
                კოდი                 01234-56789
                მიღების ვადა    2027-11-25 00:06
                """.lines().toArray(String[]::new));
    }

    @Test
    void aReceiptIsWhollyInRussian() {
        assertThat(lines(Locale.of("ru"))).contains("""
                Точка                       VAKE
                Продажа                     4711
                Время           2026-11-25 00:05
                  0.335 кг x 31.99         10.72
                Скидка                     -0.72
                ИТОГО GEL                  10.00
                в т. ч. НДС 18%             1.53
                Наличные                   10.00
                Ваши токены                 0.49
                Чек              VAKE:0000004711
                Код                  01234-56789
                Получить до     2027-11-25 00:06
                """.lines().toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasAllWordsAndThoseOfAllMeansOfPayment(Locale language) {
        Set<String> words = words(language).keySet();

        assertThat(words).isEqualTo(words(Locale.ENGLISH).keySet());
        assertThat(words)
                .containsAll(Stream.of(MeansOfPayment.values())
                        .map(means -> "receipt.paid." + means)
                        .toList());
        assertThat(words)
                .allSatisfy(word -> assertThat(words(language).getString(word)).isNotBlank());
    }

    private static Stream<Locale> languages() {
        return PreferredLanguage.CODES.stream().map(Locale::of);
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                "messages/command/receipt",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<String> lines(Locale language) {
        return ReceiptLines.of(
                language, SALE, ReceiptLinesTest.minted(SALE, 49), ReceiptLinesTest.check(SALE), ReceiptLinesTest.CODE);
    }

    private static SaleRecorded sale() {
        NodeId node = new NodeId("VAKE");
        SaleNumber number = new SaleNumber("4711");
        return new SaleRecorded(
                SaleId.of(node, number),
                node,
                number,
                new TerminalId("TILL-1"),
                SOLD,
                List.of(new SaleItem("m", "მწვადი", "m", Weight.of(335, Tetri.of(3_199)), null, new VatRate(180))),
                Tetri.of(72),
                Tetri.of(1_000),
                List.of(new Payment(MeansOfPayment.CASH, Tetri.of(1_000))),
                null,
                null,
                null,
                null,
                SaleOrigin.TILL);
    }
}
