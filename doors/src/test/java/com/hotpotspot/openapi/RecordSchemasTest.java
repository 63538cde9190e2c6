package com.hotpotspot.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.network.City;
import com.hotpotspot.events.network.NodeId;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordSchemasTest {

    private final RecordSchemas schemas = new RecordSchemas();

    @Test
    void anIdIsTextOfItsForm() {
        Schema<?> node = schemas.out(NodeId.class);

        assertThat(node.getTypes()).containsExactly("string");
        assertThat(node.getPattern()).isEqualTo("^(?:" + NodeId.FORM + ")$");
        assertThat(schemas.components()).isEmpty();
    }

    @Test
    void aNameIsTextOfItsLength() {
        assertThat(schemas.out(City.class).getMaxLength()).isEqualTo(City.MAX_LENGTH);
    }

    @Test
    void anAmountIsAWholeNumberThatEveryReaderKnowsExactly() {
        Schema<?> amount = schemas.out(Tetri.class);

        assertThat(amount.getTypes()).containsExactly("integer");
        assertThat(amount.getMinimum()).isEqualByComparingTo("0");
        assertThat(amount.getMaximum()).isEqualByComparingTo("9007199254740991");
    }

    @Test
    void whatMayBeNullMayBeLeftOutByClientsUnlessAConstraintForbidsIt() {
        schemas.in(Sent.class);

        assertThat(component("RecordSchemasTestSent").getRequired()).containsExactlyInAnyOrder("must", "plain");
        assertThat(member("RecordSchemasTestSent", "may").getTypes()).containsExactly("string", "null");
        assertThat(member("RecordSchemasTestSent", "must").getTypes()).containsExactly("integer");
        assertThat(component("RecordSchemasTestSent").getAdditionalProperties()).isEqualTo(false);
    }

    @Test
    void constraintsAreBounds() {
        schemas.in(Sent.class);

        assertThat(member("RecordSchemasTestSent", "must").getMinimum()).isEqualByComparingTo("1");
        assertThat(member("RecordSchemasTestSent", "must").getMaximum()).isEqualByComparingTo("9");
        assertThat(member("RecordSchemasTestSent", "may").getPattern()).isEqualTo("^(?:[a-z]+)$");
        assertThat(member("RecordSchemasTestSent", "plain").getMaxItems()).isEqualTo(3);
    }

    @Test
    void whatIsNullIsAnsweredAsNull() {
        schemas.out(Told.class);

        assertThat(component("RecordSchemasTestTold").getRequired()).containsExactlyInAnyOrder("always", "perhaps");
        assertThat(member("RecordSchemasTestTold", "perhaps").getTypes()).containsExactly("integer", "null");
    }

    @Test
    void unlessItIsLeftOut() {
        schemas.out(Brief.class);

        assertThat(component("RecordSchemasTestBrief").getRequired()).containsExactly("always");
        assertThat(member("RecordSchemasTestBrief", "perhaps").getTypes()).containsExactly("integer");
    }

    @Test
    void whatIsUnwrappedStandsBesideTheOthersAndIsOnlyThereIfItsOwnerIs() {
        schemas.out(Wrapping.class);

        assertThat(component("RecordSchemasTestWrapping").getProperties())
                .containsOnlyKeys("line", "always", "perhaps");
        assertThat(component("RecordSchemasTestWrapping").getRequired()).containsExactly("line");
    }

    @Test
    void whatItDoesNotKnowIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> schemas.out(Map.class));
    }

    private Schema<?> component(String name) {
        return Objects.requireNonNull(schemas.components().get(name));
    }

    private Schema<?> member(String component, String name) {
        return Objects.requireNonNull(component(component).getProperties().get(name));
    }

    record Sent(
            @Pattern(regexp = "[a-z]+") @Nullable String may,
            @NotNull @Min(1) @Max(9) @Nullable Integer must,
            @Size(max = 3) List<String> plain) {}

    record Told(long always, @Nullable Long perhaps) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Brief(long always, @Nullable Long perhaps) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Wrapping(int line, @JsonUnwrapped @Nullable Brief brief) {}
}
