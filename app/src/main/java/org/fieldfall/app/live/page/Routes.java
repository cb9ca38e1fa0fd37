package org.fieldfall.app.live.page;

import static org.fieldfall.app.live.page.Role.ANYONE;
import static org.fieldfall.app.live.page.Role.OPERATOR;
import static org.fieldfall.app.live.page.Role.VIEWER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Every way into the server with the role it asks for. What is not here is not found. */
final class Routes {

    /** One way in. */
    record Route(String method, String path, Role role) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final RoutesConfig config;
    private final List<Route> all = new ArrayList<>();

    private Routes(RoutesConfig config) {
        this.config = config;
    }

    /** Adds all routes and answers which they are. */
    static List<Route> add(
            RoutesConfig config,
            Assets assets,
            SignIn signIn,
            Archive archive,
            Acts acts,
            DryRuns dryRuns,
            Socket socket,
            Numbers numbers) {
        Routes routes = new Routes(config);
        assets.all().forEach((name, asset) -> routes.get(path(name), ANYONE, asked -> give(asked, asset)));
        routes.get("/me", ANYONE, signIn::who);
        routes.post("/sign-in", ANYONE, signIn::enter);
        routes.post("/sign-out", ANYONE, signIn::leave);
        routes.get("/runs", VIEWER, archive::list);
        routes.get("/runs/{id}/annotations", VIEWER, archive::annotations);
        routes.post("/runs/{id}/annotations", OPERATOR, archive::annotate);
        routes.get("/runs/{id}/timeline", VIEWER, archive::timeline);
        routes.get("/runs/{id}/report", VIEWER, archive::report);
        routes.get("/runs/{id}/export/csv", VIEWER, archive::csv);
        routes.get("/runs/{id}/export/nexus", VIEWER, archive::nexus);
        routes.act(acts, "hold", VIEWER, (desk, who, body) -> desk.hold(who));
        routes.act(acts, "emergency", VIEWER, (desk, who, body) -> desk.emergency(who));
        routes.act(acts, "resume", OPERATOR, (desk, who, body) -> desk.resume(who));
        routes.act(acts, "stop", OPERATOR, (desk, who, body) -> desk.stop(who));
        routes.act(acts, "ack", OPERATOR, Acts::acknowledge);
        routes.act(acts, "note", OPERATOR, Acts::note);
        routes.get("/choices", OPERATOR, dryRuns::choices);
        routes.post("/plan", OPERATOR, dryRuns::plan);
        routes.post("/dry-runs", OPERATOR, dryRuns::start);
        routes.get(
                "/metrics",
                VIEWER,
                asked -> asked.contentType(numbers.contentType()).result(numbers.text()));
        routes.all.add(new Route("WS", "/runs/{id}/live", VIEWER));
        config.ws("/runs/{id}/live", socket::serve, VIEWER);
        return List.copyOf(routes.all);
    }

    private static String path(String name) {
        return name.equals("index.html") ? "/" : "/" + name;
    }

    private static void give(Context asked, Assets.Asset asset) {
        asked.header("Cache-Control", "no-cache").contentType(asset.type()).result(asset.bytes());
    }

    private void act(Acts acts, String name, Role role, Acts.Act act) {
        post("/runs/{id}/" + name, role, asked -> acts.perform(asked, name, act));
    }

    private void get(String path, Role role, Handler handler) {
        add(HandlerType.GET, path, role, handler);
    }

    private void post(String path, Role role, Handler handler) {
        add(HandlerType.POST, path, role, handler);
    }

    private void add(HandlerType method, String path, Role role, Handler handler) {
        all.add(new Route(method.name(), path, role));
        config.addHttpHandler(method, path, handler, role);
    }
}
