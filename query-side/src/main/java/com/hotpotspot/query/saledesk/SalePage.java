package com.hotpotspot.query.saledesk;

import com.hotpotspot.eventlog.EventLog;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.query.access.OpenToFranchisees;
import com.hotpotspot.query.layout.Pages;
import com.hotpotspot.query.layout.RecordingTimes;
import com.hotpotspot.query.projection.BeingFilledException;
import com.hotpotspot.query.sale.AskedSale;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One sale with all that happened to it. */
@Pages
final class SalePage {

    private static final Logger LOG = LoggerFactory.getLogger(SalePage.class);

    private final EventLog log;
    private final SaleDesk desk;
    private final RecordingTimes times;
    private final Clock clock;

    SalePage(EventLog log, SaleDesk desk, RecordingTimes times, Clock clock) {
        this.log = log;
        this.desk = desk;
        this.times = times;
        this.clock = clock;
    }

    /** It speaks up to the end of the log as that was before the sale was read. */
    @GetMapping("/nodes/{nodeId}/sales/{saleNumber}")
    @OpenToFranchisees
    String sale(@PathVariable String nodeId, @PathVariable String saleNumber, Model model) {
        SaleId sale = AskedSale.of(nodeId, saleNumber);
        long head = log.head();
        SaleStory story = SaleStory.read(log, sale).orElseThrow(AskedSale::unknown);
        model.addAttribute("view", SaleView.of(story, dayOf(sale), clock.instant()));
        model.addAttribute("freshness", times.upTo(head, 0));
        return "sale";
    }

    private @Nullable LocalDate dayOf(SaleId sale) {
        try {
            return desk.sale(sale).map(FoundSale::day).orElse(null);
        } catch (BeingFilledException e) {
            LOG.debug("A page does not say on which business day a sale was", e);
            return null;
        }
    }
}
