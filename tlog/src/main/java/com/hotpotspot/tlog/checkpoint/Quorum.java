package com.hotpotspot.tlog.checkpoint;

import com.hotpotspot.tlog.note.VerifierKey;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which witnesses together are strong enough. */
sealed interface Quorum {

    boolean isReachedBy(Set<VerifierKey> cosigned);

    /** In words, as the object of "asks for". */
    String inWords();

    /** No witness is needed. */
    record None() implements Quorum {

        @Override
        public boolean isReachedBy(Set<VerifierKey> cosigned) {
            return true;
        }

        @Override
        public String inWords() {
            return "no witness";
        }
    }

    /** One witness. */
    record Witness(VerifierKey key) implements Quorum {

        @Override
        public boolean isReachedBy(Set<VerifierKey> cosigned) {
            return cosigned.contains(key);
        }

        @Override
        public String inWords() {
            return key.name().value();
        }
    }

    /** At least {@code threshold} of the members, which are witnesses or groups. */
    record Group(int threshold, List<Quorum> members) implements Quorum {

        public Group {
            members = List.copyOf(members);
        }

        @Override
        public boolean isReachedBy(Set<VerifierKey> cosigned) {
            return members.stream()
                            .filter(member -> member.isReachedBy(cosigned))
                            .count()
                    >= threshold;
        }

        @Override
        public String inWords() {
            return members.stream()
                    .map(Quorum::inWords)
                    .collect(Collectors.joining(", ", String.format(Locale.ROOT, "%d of (", threshold), ")"));
        }
    }
}
