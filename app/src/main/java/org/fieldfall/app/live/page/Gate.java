package org.fieldfall.app.live.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.security.RouteRole;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What every request has to pass: the right host, so that no other name leads here (DNS rebinding); from a page of our own,
 * if it changes anything or opens a socket; and the role that the route asks for. Safe to share.
 */
final class Gate {

    /** A header that no page of another origin can send without asking first, which nobody here answers. */
    static final String OWN_HEADER = "X-Fieldfall";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";
    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final Sessions sessions;
    private final boolean isSecure;
    private volatile Set<String> hosts = Set.of();
    private volatile String cookie = "fieldfall";

    Gate(Sessions sessions, boolean isSecure) {
        this.sessions = sessions;
        this.isSecure = isSecure;
    }

    /** Nobody comes in before this. Cookies know no port, so that the name has it: several runs may be watched at once. */
    void open(Set<String> itsHosts, int port) {
        hosts = Set.copyOf(itsHosts);
        cookie = "fieldfall-" + port;
    }

    /** Before everything. */
    void enter(Context asked) {
        dress(asked);
        checkHost(asked);
        if (!READS.contains(asked.method().name())) {
            checkOwn(asked);
        }
    }

    /** Before what was found. */
    void checkRole(Context asked) {
        Set<RouteRole> roles = asked.routeRoles();
        Role needed = roles.stream()
                .map(Role.class::cast)
                .min(Role::compareTo)
                .orElseThrow(() -> new Refusal(403, "nobody may"));
        check(asked, needed);
    }

    /** Before a socket is opened. */
    void checkUpgrade(Context asked) {
        checkHost(asked);
        checkOrigin(asked);
        check(asked, Role.VIEWER);
    }

    private void check(Context asked, Role needed) {
        Guest guest = guest(asked);
        if (!guest.role().covers(needed)) {
            throw guest.role() == Role.ANYONE
                    ? new Refusal(401, "sign in first, with the link that was printed at the start")
                    : new Refusal(403, "this needs an " + needed.word() + "'s token");
        }
    }

    Guest guest(Context asked) {
        String address = asked.ip();
        return Optional.ofNullable(asked.cookie(cookie))
                .flatMap(words -> sessions.guest(words, address))
                .orElseGet(() -> Guest.unknown(address));
    }

    void letIn(Context asked, Role role, String who) {
        leave(asked);
        Cookie given = new Cookie(cookie, sessions.begin(role, who));
        given.setPath("/");
        given.setHttpOnly(true);
        given.setSecure(isSecure);
        given.setSameSite(SameSite.STRICT);
        given.setMaxAge((int) Sessions.LONGEST.toSeconds());
        asked.cookie(given);
    }

    void leave(Context asked) {
        Optional.ofNullable(asked.cookie(cookie)).ifPresent(sessions::end);
        asked.removeCookie(cookie, "/");
    }

    private void checkHost(Context asked) {
        String host = Optional.ofNullable(asked.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        if (!hosts.contains(host)) {
            throw new Refusal(421, "this server is not called that; use the link that was printed at the start");
        }
    }

    private void checkOwn(Context asked) {
        if (asked.header(OWN_HEADER) == null) {
            throw new Refusal(403, "the header " + OWN_HEADER + " is due");
        }
        checkOrigin(asked);
    }

    private void checkOrigin(Context asked) {
        String origin = Optional.ofNullable(asked.header("Origin")).orElse("");
        String site = Optional.ofNullable(asked.header("Sec-Fetch-Site")).orElse("same-origin");
        if (!isOwn(origin) || !site.equals("same-origin")) {
            throw new Refusal(403, "this comes from another page");
        }
    }

    private boolean isOwn(String origin) {
        try {
            URI from = URI.create(origin);
            return (isSecure ? "https" : "http").equals(from.getScheme())
                    && from.getAuthority() != null
                    && hosts.contains(from.getAuthority().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException unfit) {
            return false;
        }
    }

    private static void dress(Context asked) {
        asked.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .header("Cache-Control", "no-store");
    }
}
