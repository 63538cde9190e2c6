package com.hotpotspot.tlog.merkle;

import java.util.ArrayList;
import java.util.List;

/** Every complete subtree over some leaves, level by level. */
public final class HashesInMemory implements HashReader {

    private final List<List<Hash>> levels = new ArrayList<>();

    public HashesInMemory(List<Hash> leaves) {
        List<Hash> level = leaves;
        while (!level.isEmpty()) {
            levels.add(level);
            List<Hash> above = new ArrayList<>();
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(ReferenceTree.node(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
    }

    @Override
    public Hash read(int level, long index) {
        return levels.get(level).get(Math.toIntExact(index));
    }
}
