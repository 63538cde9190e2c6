package com.hotpotspot.query.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.hotpotspot.query.relay.Outcome.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormsTest {

    private static final Mistake MISTAKE = Mistake.unread("lari");

    @Test
    void aRefusedFormShowsAgainWhatWasEnteredAndWhatIsTheMatter() {
        Forms forms = new Forms(refused(null));

        assertThat(forms.to("/nodes").value("aboveTetri:lari")).isEqualTo("12.345");
        assertThat(forms.to("/nodes").wrong("aboveTetri:lari")).isEqualTo(MISTAKE.aboutLari());
        assertThat(forms.to("/nodes").value("city")).isEmpty();
        assertThat(forms.to("/nodes").wrong("city")).isNull();
    }

    @Test
    void otherFormsOfThePageAreAsTheyWere() {
        Forms forms = new Forms(refused(null));

        assertThat(forms.to("/wallets").value("aboveTetri:lari", "5.00")).isEqualTo("5.00");
        assertThat(forms.to("/wallets").wrong("aboveTetri:lari")).isNull();
    }

    @Test
    void whatWasDoneIsNotEnteredAgainAndASecretIsTold() {
        Forms forms = new Forms(new Outcome(
                "/nodes/VAKE/terminals",
                null,
                Map.of(),
                Map.of("terminalId", "TILL-1"),
                Map.of("clientSecret", "s3cret"),
                7,
                false,
                true,
                null));

        assertThat(forms.to("/nodes/VAKE/terminals").value("terminalId")).isEmpty();
        assertThat(forms.to("/nodes/VAKE/terminals").answered("clientSecret")).isEqualTo("s3cret");
        assertThat(forms.to("/nodes/GORI/terminals").answered("clientSecret")).isNull();
        assertThat(forms.outcome()).asString().doesNotContain("s3cret", "TILL-1");
    }

    @Test
    void onlyWhatMayHaveBeenDoneIsSentAgainUnderTheSameKey() {
        assertThat(new Forms(refused("the-same-key")).to("/nodes").key()).isEqualTo("the-same-key");
        assertThat(new Forms(refused("the-same-key")).to("/wallets").key()).isNotEqualTo("the-same-key");
        assertThat(new Forms(refused(null)).to("/nodes").key()).hasSize(36);
        assertThat(new Forms(null).to("/nodes").key())
                .isNotEqualTo(new Forms(null).to("/nodes").key());
    }

    private static Outcome refused(@Nullable String keyToSendAgain) {
        return new Outcome(
                "/nodes",
                new Refusal("refusal.", "invalid-content"),
                Map.of("aboveTetri", MISTAKE),
                Map.of("aboveTetri", "12.345"),
                Map.of(),
                -1,
                false,
                true,
                keyToSendAgain);
    }
}
