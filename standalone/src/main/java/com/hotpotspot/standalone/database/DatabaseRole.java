package com.hotpotspot.standalone.database;

/** Who may connect to the database, each with a password of its own. */
public enum DatabaseRole {
    SUPERUSER("postgres"),
    OWNER("hps_owner"),
    COMMAND("hps_command"),
    QUERY("hps_query"),
    EXPORT("hps_export");

    private final String roleName;

    DatabaseRole(String roleName) {
        this.roleName = roleName;
    }

    /** The role's name in PostgreSQL. */
    public String roleName() {
        return roleName;
    }
}
