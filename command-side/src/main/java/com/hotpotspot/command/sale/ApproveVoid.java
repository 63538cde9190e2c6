package com.hotpotspot.command.sale;

import com.hotpotspot.access.Grant;
import com.hotpotspot.command.dispatch.Command;
import com.hotpotspot.command.verdict.CommandRefused;
import com.hotpotspot.events.StreamId;
import com.hotpotspot.events.account.AccountId;
import com.hotpotspot.events.account.Role;
import com.hotpotspot.events.sale.SaleId;
import com.hotpotspot.events.sale.SaleVoidApproved;
import java.util.List;

/**
 * Agree that a sale is taken back by somebody else. Repeating it changes nothing while the approval is good.
 *
 * @param approver who agrees
 */
public record ApproveVoid(SaleId sale, AccountId approver) implements Command<SaleVoidApproved> {

    /** Who may agree, for nodes that they look after. */
    static final List<Role> ROLES = List.of(Role.NETWORK_OWNER, Role.FRANCHISEE);

    @Override
    public StreamId stream() {
        return sale.stream();
    }

    @Override
    public CommandRefused unknown() {
        return SaleCommand.saleUnknown(sale);
    }

    @Override
    public boolean isWithin(Grant grant) {
        return grant.reaches(sale.node());
    }
}
