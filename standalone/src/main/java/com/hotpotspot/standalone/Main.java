package com.hotpotspot.standalone;

import java.lang.reflect.InvocationTargetException;

/**
 * The entry class of the jar. It is the only class compiled for Java 17, so that an older Java than the system needs is
 * told so in one line; for the same reason it names the rest by reflection only.
 */
public final class Main {

    private static final int NEEDED = 21;

    private Main() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        int running = Runtime.version().feature();
        if (running < NEEDED) {
            System.err.println("The Hot Pot Spot needs Java " + NEEDED + " or newer; this is Java " + running + " ("
                    + System.getProperty("java.home")
                    + "). The script ./hotpotspot finds a newer one if there is one.");
            System.exit(1);
        }
        try {
            Class.forName("com.hotpotspot.standalone.HotPotSpot")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
