package org.fieldfall.app.live.page;

import io.javalin.security.RouteRole;
import java.util.Locale;

/** Who may walk through a route; a route that names none is shut. */
enum Role implements RouteRole {
    /** Even those who have not signed in. */
    ANYONE,
    VIEWER,
    OPERATOR;

    /** Who may do something may do what needs less. */
    boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
