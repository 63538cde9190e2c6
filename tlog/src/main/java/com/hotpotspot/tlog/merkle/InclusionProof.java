package com.hotpotspot.tlog.merkle;

import java.util.List;

/**
 * A Merkle inclusion proof: the hashes that lead from a leaf to the root (RFC 6962, section 2.1.1). It may come from
 * anybody; only {@link #proves} says what it is worth.
 *
 * @param index the leaf's, from 0
 * @param size of the tree, in leaves
 * @param path the leaf's sibling first
 */
public record InclusionProof(long index, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether {@code leaf} is at the index in the tree with that root (RFC 9162, section 2.1.3.2). */
    public boolean proves(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.ofNode(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>>= 1;
                    sn >>>= 1;
                }
            } else {
                r = Hash.ofNode(r, p);
            }
            fn >>>= 1;
            sn >>>= 1;
        }
        return sn == 0 && r.equals(root);
    }
}
