package com.hotpotspot.house.tidy;

import java.util.stream.Stream;

/** Something that is untidy wherever it is found. */
@FunctionalInterface
interface Rule {

    Stream<Finding> findings(Repository repository);
}
