package com.hotpotspot.query.saledesk;

import com.hotpotspot.query.web.Problem;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Behind which sale a list goes on. It holds what lists are ordered by, none of which ever changes; so a list goes on
 * right where it ended, whatever was recorded meanwhile, and nothing has to be looked up that somebody may not see.
 *
 * @param soldAt milliseconds since 1970-01-01T00:00:00Z
 * @param position of the event that recorded it
 */
record ListPlace(long totalTetri, long soldAt, long position) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,16})_(-?[0-9]{1,15})_([0-9]{1,18})");

    static ListPlace of(FoundSale sale) {
        return new ListPlace(sale.totalTetri(), sale.soldAt().toEpochMilli(), sale.position());
    }

    /** @throws Problem if no answer ever named it to go on from */
    static ListPlace parse(String parameter, String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Problem.invalid(parameter, "must be what an earlier answer has as its next");
        }
        return new ListPlace(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    }

    /** By the names that {@link SaleOrder#later()} has. */
    Map<String, Object> parameters() {
        return Map.of("afterTotal", totalTetri, "afterSoldAt", soldAt, "afterPosition", position);
    }

    @Override
    public String toString() {
        return totalTetri + "_" + soldAt + '_' + position;
    }
}
