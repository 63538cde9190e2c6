package com.hotpotspot.command.sale;

import com.hotpotspot.answer.UnknownCode;
import com.hotpotspot.command.dispatch.Caller;
import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.dispatch.CommandOutcome;
import com.hotpotspot.command.dispatch.Commands;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.sale.CheckId;
import com.hotpotspot.events.sale.SaleId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

/** Sends commands about sales that were recorded before. */
@Component
class LaterChanges {

    private final Commands commands;

    LaterChanges(Commands commands) {
        this.commands = commands;
    }

    /** @throws CommandRefused if there is no such sale, or a policy forbids it */
    <R> CommandOutcome<R> send(Command<R> command, SaleId sale, Caller caller) {
        return send(
                command, new CommandRefused(UnknownCode.SALE_UNKNOWN, "Sale %s is unknown.".formatted(sale)), caller);
    }

    /** @throws CommandRefused if there is no such check, or a policy forbids it */
    <R> CommandOutcome<R> send(Command<R> command, CheckId check, Caller caller) {
        return send(
                command, new CommandRefused(CheckCode.CHECK_UNKNOWN, "Check %s is unknown.".formatted(check)), caller);
    }

    private <R> CommandOutcome<R> send(Command<R> command, CommandRefused unknown, Caller caller) {
        try {
            return commands.send(command, caller);
        } catch (AggregateNotFoundException e) {
            throw unknown;
        }
    }
}
