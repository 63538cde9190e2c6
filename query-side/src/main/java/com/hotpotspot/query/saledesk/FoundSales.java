package com.hotpotspot.query.saledesk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.hotpotspot.query.web.AsOf;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list of sales.
 *
 * @param next behind what it goes on; null where it ends
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundSales(
        @Schema(description = "The sales that were found, in the order that was asked for.")
        List<FoundSale> sales,

        @Schema(
                description = "What to ask for as `after` to get the next ones; missing where there are none.",
                example = "1250_1796116325000_4711")
        @Nullable
        String next,

        @AsOf long position) {

    /** @param found one more than is told, where there are so many */
    static FoundSales of(List<FoundSale> found, int limit, long position) {
        if (found.size() <= limit) {
            return new FoundSales(found, null, position);
        }
        return new FoundSales(
                found.subList(0, limit), ListPlace.of(found.get(limit - 1)).toString(), position);
    }
}
