package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.due.Due;
import com.hotpotspot.command.due.DueWork;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.CheckIssued;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sends the units of checks that nobody claimed in time to the reserve. */
@Component
class CheckExpiry implements DueWork<CheckIssued> {

    private final Commands commands;

    CheckExpiry(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String kind() {
        return "check-expiry";
    }

    @Override
    public Class<CheckIssued> cause() {
        return CheckIssued.class;
    }

    /** A check can be claimed up to the very end of its window, so that it expires just after. */
    @Override
    public Optional<Due> from(CheckIssued event) {
        return Optional.of(new Due(
                event.claimableUntil().plus(1, ChronoUnit.MILLIS), event.check().value()));
    }

    @Override
    public boolean carryOut(String id) {
        return commands.send(new ExpireCheck(new CheckId(id)), Caller.schedule())
                .answer();
    }
}
