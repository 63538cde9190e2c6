package com.hotpotspot.query.saledesk;

import com.hotpotspot.answer.Answer;
import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.network.NetworkQueries;
import com.hotpotspot.query.web.Answers;
import com.hotpotspot.query.web.AtLeast;
import com.hotpotspot.query.web.Parameters;
import com.hotpotspot.query.web.Writes;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Finds sales for programs. */
@RestController
final class SearchEndpoint {

    private static final String LIMIT = "limit";
    private static final int USUAL = 100;
    private static final int MOST = 500;

    private final SaleDesk desk;
    private final NetworkQueries network;
    private final Writes writes;

    SearchEndpoint(SaleDesk desk, NetworkQueries network, Writes writes) {
        this.desk = desk;
        this.network = network;
        this.writes = writes;
    }

    @GetMapping("/api/v1/sales")
    @Operation(
            operationId = "findSales",
            summary = "Find sales",
            description =
                    "By number, node, business day, total and what became of them; all that is asked for must hold. Whoever looks after some nodes finds their sales alone.")
    @OfWantedSales
    @AtLeast
    @UnknownCode.Refused(UnknownCode.NODE_UNKNOWN)
    @OpenToFranchisees
    Answer<FoundSales> sales(ServerWebExchange exchange) {
        Parameters parameters = writes.awaited(
                exchange,
                SaleDeskProjection.NAME,
                AskedSales.NUMBER,
                AskedSales.NODE,
                AskedSales.FROM,
                AskedSales.TO,
                AmountForm.TETRI.total(),
                AmountForm.TETRI.least(),
                AmountForm.TETRI.most(),
                AskedSales.STATE,
                AskedSales.SORT,
                AskedSales.AFTER,
                LIMIT);
        AskedSales asked = new AskedSales(parameters, Caller.of(exchange), network);
        return Answers.of(desk.find(new Wanted(
                asked.filterOrProblem(AmountForm.TETRI), asked.order(), asked.after(), parameters.limit(USUAL, MOST))));
    }
}
