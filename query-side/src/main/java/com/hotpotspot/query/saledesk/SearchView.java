package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.web.Parameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The page where sales are found: its form as it was sent, and what was found. Public methods are for its template.
 *
 * @param typed what stands in the form's fields, by parameter; what is not there is empty
 * @param wrong by parameter the ending of the key of what is wrong with it
 * @param nodes those that can be chosen, by id
 * @param first whether the list is shown from its beginning
 * @param found null where something is wrong
 */
record SearchView(
        Map<String, String> typed,
        Map<String, String> wrong,
        List<NodeId> nodes,
        SaleOrder order,
        boolean first,
        @Nullable FoundSales found) {

    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** What stands in a field. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<String> states() {
        return Arrays.stream(Standing.values()).map(Enum::name).toList();
    }

    /** Before it nothing can have been sold. */
    public LocalDate earliest() {
        return Parameters.FIRST_DAY;
    }

    /** After it nothing can be sold. */
    public LocalDate latest() {
        return Parameters.LAST_DAY;
    }

    /** The same list in another order, from its beginning. */
    public String sortedBy(String column) {
        return path(otherOrder(column), null);
    }

    /** How a column is sorted, as a voice says it; null if it is not. */
    public @Nullable String sorting(String column) {
        return switch (order) {
            case LATEST -> column.equals("time") ? "descending" : null;
            case EARLIEST -> column.equals("time") ? "ascending" : null;
            case LARGEST -> column.equals("amount") ? "descending" : null;
            case SMALLEST -> column.equals("amount") ? "ascending" : null;
        };
    }

    private SaleOrder otherOrder(String column) {
        return switch (column) {
            case "time" -> order == SaleOrder.LATEST ? SaleOrder.EARLIEST : SaleOrder.LATEST;
            default -> order == SaleOrder.LARGEST ? SaleOrder.SMALLEST : SaleOrder.LARGEST;
        };
    }

    /** Where the list begins. */
    public String beginning() {
        return path(order, null);
    }

    /** Where the list goes on; null where it ends. */
    public @Nullable String next() {
        return found == null || found.next() == null ? null : path(order, found.next());
    }

    private String path(SaleOrder sort, @Nullable String after) {
        Map<String, String> query = new LinkedHashMap<>(typed);
        if (sort != SaleOrder.LATEST) {
            query.put(AskedSales.SORT, sort.name());
        }
        if (after != null) {
            query.put(AskedSales.AFTER, after);
        }
        UriComponentsBuilder path = UriComponentsBuilder.fromPath(SearchPage.PATH);
        query.keySet().forEach(name -> path.queryParam(name, '{' + name + '}'));
        return path.encode().buildAndExpand(query).toUriString();
    }

    /** A link to the sale's own page. */
    public static String pathOf(FoundSale sale) {
        return SaleLink.to(sale.nodeId(), sale.saleNumber());
    }
}
