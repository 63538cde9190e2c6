package com.hotpotspot.environment;

/** How far two words are from each other. */
final class Distance {

    private Distance() {}

    /**
     * How many letters have to be put in, left out, replaced or swapped with their neighbour to come from one to the
     * other (optimal string alignment).
     */
    static int between(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            now[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = last[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replaced, 1 + Math.min(last[column], now[column - 1]));
                if (areSwapped(one, row, other, column)) {
                    now[column] = Math.min(now[column], beforeLast[column - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }

    private static boolean areSwapped(String one, int row, String other, int column) {
        return row > 1
                && column > 1
                && one.charAt(row - 1) == other.charAt(column - 2)
                && one.charAt(row - 2) == other.charAt(column - 1);
    }
}
