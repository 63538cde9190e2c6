package com.hotpotspot.query.page;

import com.hotpotspot.events.network.NodeId;
import com.hotpotspot.query.access.Caller;
import com.hotpotspot.query.access.Doors;
import java.util.List;

/**
 * Where a page may lead whoever looks at it; what would be closed to them is not linked.
 *
 * @param network whether to the page of all nodes
 * @param log whether to the events
 * @param exports whether to the files
 * @param pages to which other pages
 * @param nodes the nodes that are theirs, where not all are
 */
record Ways(boolean network, boolean log, boolean exports, List<PageLink> pages, List<String> nodes) {

    static Ways of(Caller caller, Doors doors, List<PageLink> pages) {
        return new Ways(
                caller.reachesAll(),
                doors.letIn(caller.identity(), "/api/v1/events"),
                doors.letIn(caller.identity(), "/api/v1/exports/sales"),
                pages,
                caller.nodes().stream().map(NodeId::value).toList());
    }

    /** Whether to the page at a path. Public because the template calls it. */
    public boolean leadTo(String path) {
        return pages.stream().anyMatch(page -> page.path().equals(path));
    }
}
