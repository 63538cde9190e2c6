package com.hotpotspot.tlog.merkle;

import java.util.List;

/**
 * A Merkle consistency proof: the hashes which show that a tree grew out of an earlier one (RFC 6962, section 2.1.2).
 * It may come from anybody; only {@link #proves} says what it is worth.
 *
 * @param earlierSize in leaves
 * @param size in leaves
 * @param path in the order of the RFC; empty if the earlier tree is empty or both have one size
 */
public record ConsistencyProof(long earlierSize, long size, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Whether the tree with root {@code root} begins with all leaves of the tree with root {@code earlierRoot} (RFC
     * 9162, section 2.1.4.2). Everything grew out of the empty tree, and that has one root only.
     */
    public boolean proves(Hash earlierRoot, Hash root) {
        if (earlierSize < 0 || earlierSize > size) {
            return false;
        }
        if (earlierSize == size) {
            return path.isEmpty() && earlierRoot.equals(root) && (size != 0 || root.equals(Hash.EMPTY_TREE));
        }
        if (earlierSize == 0) {
            return path.isEmpty() && earlierRoot.equals(Hash.EMPTY_TREE);
        }
        return !path.isEmpty() && leadsToBoth(earlierRoot, root);
    }

    private boolean leadsToBoth(Hash earlierRoot, Hash root) {
        boolean earlierIsSubtree = Long.bitCount(earlierSize) == 1;
        long fn = earlierSize - 1;
        long sn = size - 1;
        int shared = Long.numberOfTrailingZeros(~fn);
        fn >>>= shared;
        sn >>>= shared;
        Hash fr = earlierIsSubtree ? earlierRoot : path.getFirst();
        Hash sr = fr;
        for (Hash c : path.subList(earlierIsSubtree ? 0 : 1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.ofNode(c, fr);
                sr = Hash.ofNode(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                sr = Hash.ofNode(sr, c);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && fr.equals(earlierRoot) && sr.equals(root);
    }
}
