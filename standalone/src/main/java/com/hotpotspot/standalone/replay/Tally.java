package com.hotpotspot.standalone.replay;

import com.hotpotspot.client.Outcome;
import com.hotpotspot.client.SaleSlip;
import com.hotpotspot.events.money.Tetri;
import com.hotpotspot.events.money.Units;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the sales of a run. Not safe for use by several threads at once. */
final class Tally {

    private long accepted;
    private long replayed;
    private Tetri sent = Tetri.ZERO;
    private Tetri refusedRevenue = Tetri.ZERO;
    private Units minted = Units.ZERO;
    private final Map<String, Refusals> refusals = new TreeMap<>();

    void count(SaleSlip slip, Outcome outcome) {
        sent = sent.plus(slip.totalTetri());
        minted = minted.plus(outcome.minted());
        switch (outcome) {
            case Outcome.Accepted now -> accepted++;
            case Outcome.Replayed before -> replayed++;
            case Outcome.Refused refused -> {
                refusedRevenue = refusedRevenue.plus(slip.totalTetri());
                refusals.merge(refused.code(), Refusals.first(slip, refused), Refusals::plus);
            }
        }
    }

    long refused() {
        return refusals.values().stream().mapToLong(Refusals::count).sum();
    }

    long answered() {
        return accepted + replayed + refused();
    }

    /** Writes the summary of a run. */
    void print(PrintWriter out, OrderFile file, Duration elapsed) {
        line(out, "orders read", counted(file.orders().size()) + " (" + counted(file.lines()) + " lines)");
        if (file.skipped() > 0) {
            line(out, "skipped", counted(file.skipped()) + " empty lines");
        }
        line(out, "accepted", counted(accepted));
        line(out, "replayed", counted(replayed));
        line(out, "refused", counted(refused()));
        refusals.forEach((code, refusals) -> out.println("  %s × %s, e.g. sale %s: %s"
                .formatted(counted(refusals.count()), code, refusals.example(), refusals.reason())));
        line(out, "revenue sent", counted(sent.value()) + " tetri");
        if (refused() > 0) {
            line(out, "refused of it", counted(refusedRevenue.value()) + " tetri");
        }
        line(out, "minted", counted(minted.value()) + " units");
        long millis = Math.max(1, elapsed.toMillis());
        line(
                out,
                "elapsed",
                String.format(
                        Locale.ROOT,
                        "%d.%d s (%s sales/s)",
                        millis / 1000,
                        millis % 1000 / 100,
                        counted(answered() * 1000 / millis)));
        out.flush();
    }

    private static void line(PrintWriter out, String label, String value) {
        out.println("%-14s %s".formatted(label, value));
    }

    private static String counted(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Refusals for one and the same reason. */
    private record Refusals(long count, String example, String reason) {

        static Refusals first(SaleSlip slip, Outcome.Refused refused) {
            return new Refusals(1, "%s at %s".formatted(slip.saleNumber(), slip.nodeId()), refused.reason());
        }

        Refusals plus(Refusals more) {
            return new Refusals(count + more.count, example, reason);
        }
    }
}
