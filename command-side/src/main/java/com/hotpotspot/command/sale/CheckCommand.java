package com.hotpotspot.command.sale;

import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.sale.CheckId;

/** What is asked of a check, which is a part of its sale. */
interface CheckCommand<R> extends Command<R> {

    CheckId check();

    @Override
    default StreamId stream() {
        return check().sale().stream();
    }

    @Override
    default CommandRefused unknown() {
        return new CommandRefused(CheckCode.CHECK_UNKNOWN, "Check %s is unknown.".formatted(check()));
    }
}
