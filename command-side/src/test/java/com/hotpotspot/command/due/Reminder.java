package com.hotpotspot.command.due;

import com.hotpotspot.events.sale.CheckIssued;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Work from the event from which the expiry of a check follows, too. */
final class Reminder implements DueWork<CheckIssued> {

    final List<String> reminded = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return "reminder";
    }

    @Override
    public Class<CheckIssued> cause() {
        return CheckIssued.class;
    }

    @Override
    public Optional<Due> from(CheckIssued event) {
        return Optional.of(new Due(event.claimableUntil(), event.check().value()));
    }

    @Override
    public boolean carryOut(String id) {
        reminded.add(id);
        return true;
    }
}
