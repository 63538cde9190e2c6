package com.hotpotspot.query.saledesk;

import com.hotpotspot.events.InvalidValue;
import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.events.sale.SaleNumber;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody asks for, whichever door they came through. What they typed is read to the end even if some of it
 * cannot be, so that a form can say all that is wrong at once; what a form offers and nobody types is refused at once.
 */
final class AskedSales {

    static final String NUMBER = "number";
    static final String NODE = "node";
    static final String FROM = "from";
    static final String TO = "to";
    static final String STATE = "state";
    static final String SORT = "sort";
    static final String AFTER = "after";

    private static final int LONGEST_NUMBER = 40;

    private final Parameters parameters;
    private final Caller caller;
    private final NetworkQueries network;
    private final Map<String, Problem> wrong = new LinkedHashMap<>();

    AskedSales(Parameters parameters, Caller caller, NetworkQueries network) {
        this.parameters = parameters;
        this.caller = caller;
        this.network = network;
    }

    /** What is wrong with what was typed, by parameter. */
    Map<String, Problem> wrong() {
        return wrong;
    }

    /** @throws Problem if the first that was typed cannot be */
    SaleFilter filterOrProblem(AmountForm amounts) {
        SaleFilter filter = filter(amounts);
        wrong.values().stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
        return filter;
    }

    /**
     * What can be read of it.
     *
     * @throws Problem if there is no such node, or it is none of the caller's, or no sale can be in that state
     */
    SaleFilter filter(AmountForm amounts) {
        boolean byPeople = amounts == AmountForm.LARI;
        SaleNumber number = typed(NUMBER, byPeople ? AskedSales::numberAsShown : AskedSales::number);
        List<NodeId> nodes = nodes();
        LocalDate from = typed(FROM, (name, text) -> parameters.day(name));
        LocalDate to = typed(TO, (name, text) -> parameters.day(name));
        if (from != null && to != null && from.isAfter(to)) {
            wrong.put(FROM, Problem.invalid(FROM, "must not be after to").knownAs("reversed"));
        }
        Long total = typed(amounts.total(), amounts::tetri);
        Long least = typed(amounts.least(), amounts::tetri);
        Long most = typed(amounts.most(), amounts::tetri);
        if (least != null && most != null && least > most) {
            wrong.put(amounts.most(), Problem.invalid(amounts.most(), "must not be less than " + amounts.least()));
        }
        Standing state = oneOf(STATE, Standing.values());
        return new SaleFilter(number, nodes, from, to, total, least, most, state);
    }

    SaleOrder order() {
        SaleOrder asked = oneOf(SORT, SaleOrder.values());
        return asked == null ? SaleOrder.LATEST : asked;
    }

    @Nullable
    ListPlace after() {
        String text = parameters.text(AFTER);
        return text == null ? null : ListPlace.parse(AFTER, text);
    }

    /** Whoever looks after some nodes finds nothing of others, and learns nothing of whether there are any. */
    private @Nullable List<NodeId> nodes() {
        String text = parameters.text(NODE);
        if (caller.reachesAll()) {
            return text == null ? null : List.of(network.known(text).nodeId());
        }
        if (text == null) {
            return caller.nodes();
        }
        return caller.nodes().stream()
                .filter(node -> node.value().equals(text))
                .findFirst()
                .map(List::of)
                .orElseThrow(() ->
                        Problem.forbidden("Your role is not about this node.").knownAs("other-node"));
    }

    private static SaleNumber number(String parameter, String text) {
        try {
            return new SaleNumber(text);
        } catch (InvalidValue e) {
            throw Problem.invalid(parameter, e.reason());
        }
    }

    /** Whatever a page or a file shows of a sale can be pasted: its id, or its number with zeros before it. */
    private static SaleNumber numberAsShown(String parameter, String text) {
        String shown = text.substring(text.lastIndexOf(':') + 1);
        return number(parameter, shown.length() > LONGEST_NUMBER ? shown : shown.replaceFirst("^0+(?=[0-9]+$)", ""));
    }

    private <T> @Nullable T typed(String name, Reading<T> reading) {
        String text = parameters.text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.of(name, text.strip());
        } catch (Problem e) {
            wrong.put(name, e);
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E oneOf(String name, E[] all) {
        String text = parameters.text(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        name,
                        "must be one of " + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** @param <T> what a text stands for */
    private interface Reading<T> {

        /** @throws Problem if the text stands for none */
        @Nullable
        T of(String parameter, String text);
    }
}
