package org.fieldfall.app.live.page;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.fieldfall.app.config.PageConfig;
import org.fieldfall.app.live.Token;
import org.fieldfall.app.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page's web server. Has threads of its own and asks nothing of the run but what its view and its desk give at once; when
 * it dies the run goes on. Safe to share.
 */
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int MOST_THREADS = 24;
    private static final int FEWEST_THREADS = 2;
    private static final int LONGEST_BODY = 16_384;
    private static final int IDLE_MILLIS = 30_000;
    private static final Duration SOCKET_IDLE = Duration.ofSeconds(60);

    private final Javalin server;
    private final Viewers viewers = new Viewers();
    private final String address;
    private final String viewerLink;
    private final String operatorLink;
    private List<Routes.Route> routes = List.of();

    private PageServer(PageConfig settings, Runs runs, Starter starter, Numbers numbers) {
        String viewer = Token.random();
        String operator = Token.random();
        InstantSource clock = InstantSource.system();
        Tokens tokens = new Tokens(new Token(viewer), new Token(operator));
        Attempts attempts = new Attempts(clock);
        Gate gate = new Gate(new Sessions(clock), new Bearer(tokens, attempts), settings.isSecure());
        SignIn signIn = new SignIn(tokens, attempts, gate, runs);
        this.server = Javalin.create(config -> {
            setUp(config, settings);
            config.routes.before(gate::enter);
            config.routes.beforeMatched(gate::checkRole);
            config.routes.wsBeforeUpgrade(gate::checkUpgrade);
            routes = Routes.add(
                    config.routes,
                    new Assets(),
                    signIn,
                    new Archive(runs, gate, clock),
                    new Acts(runs, gate),
                    new DryRuns(starter, gate),
                    new Socket(runs, viewers),
                    numbers);
            config.routes.exception(
                    Refusal.class, (why, asked) -> refuse(asked, why.status(), String.valueOf(why.getMessage())));
            config.routes.exception(
                    StoreException.class, (why, asked) -> refuse(asked, 500, String.valueOf(why.getMessage())));
            config.routes.exception(Exception.class, (why, asked) -> {
                LOG.error("page: {} {}", asked.method(), asked.path(), why);
                refuse(asked, 500, "internal error; the log of the server has more");
            });
        });
        begin(settings);
        int port = server.port();
        gate.open(hosts(settings, port), port);
        this.address = (settings.isSecure() ? "https" : "http") + "://" + settings.name() + ":" + port + "/";
        this.viewerLink = address + "#token=" + viewer;
        this.operatorLink = address + "#token=" + operator;
    }

    /**
     * Listens.
     *
     * @param numbers answered to those who ask for {@code /metrics}
     * @throws IllegalArgumentException if the port cannot be had, or the key store not be used
     */
    public static PageServer open(PageConfig settings, Runs runs, Starter starter, Numbers numbers) {
        return new PageServer(settings, runs, starter, numbers);
    }

    private void begin(PageConfig settings) {
        try {
            server.start();
        } catch (JavalinBindException taken) {
            viewers.close();
            throw new IllegalArgumentException(
                    "page: port " + settings.port() + " of " + settings.listen() + " cannot be had: "
                            + taken.getMessage(),
                    taken);
        } catch (RuntimeException unfit) {
            viewers.close();
            throw new IllegalArgumentException("page: cannot be served: " + unfit.getMessage(), unfit);
        }
    }

    private static void setUp(JavalinConfig config, PageConfig settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LONGEST_BODY;
        config.jetty.host = settings.listen();
        config.jetty.port = settings.port();
        var threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS);
        threads.setName("page");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LONGEST_BODY);
        });
        config.jetty.modifyWebSocketServletFactory(sockets -> {
            sockets.setIdleTimeout(SOCKET_IDLE);
            sockets.setMaxTextMessageSize(4096);
            sockets.setMaxBinaryMessageSize(4096);
        });
        // Javalin keeps each request for a socket in a session of Jetty's, refused ones too: they go by themselves.
        config.jetty.modifyServletContextHandler(context -> {
            context.getSessionHandler().setUsingCookies(false);
            context.getSessionHandler().setMaxInactiveInterval((int) SOCKET_IDLE.toSeconds());
        });
        config.jetty.addConnector((jetty, http) -> connector(jetty, http, settings));
    }

    private static ServerConnector connector(Server jetty, HttpConfiguration http, PageConfig settings) {
        ServerConnector connector = settings.keys()
                .map(keys -> secured(jetty, http, keys))
                .orElseGet(() -> new ServerConnector(jetty, new HttpConnectionFactory(http)));
        connector.setHost(settings.listen());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static ServerConnector secured(Server jetty, HttpConfiguration http, PageConfig.Keys keys) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(keys.store().toAbsolutePath().toString());
        tls.setKeyStorePassword(keys.password());
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        HttpConfiguration secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(jetty, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    }

    private static Set<String> hosts(PageConfig settings, int port) {
        Set<String> names = new TreeSet<>(settings.names());
        if (settings.isLoopback()) {
            names.addAll(List.of("127.0.0.1", "localhost", "[::1]"));
        }
        names.add(settings.name());
        Set<String> hosts = new TreeSet<>();
        names.forEach(name -> hosts.add(name + ":" + port));
        if (port == (settings.isSecure() ? 443 : 80)) {
            hosts.addAll(names);
        }
        return hosts;
    }

    private static void refuse(Context asked, int status, String words) {
        Answers.json(asked.status(status), Map.of("error", words));
    }

    /** Where it listens, as a link without a token. */
    public String address() {
        return address;
    }

    /** Lets in whoever watches. */
    public String viewerLink() {
        return viewerLink;
    }

    /** Lets in whoever acts. */
    public String operatorLink() {
        return operatorLink;
    }

    public int port() {
        return server.port();
    }

    /** Whether it still answers those who ask. */
    public boolean isServing() {
        return server.jettyServer().started();
    }

    /** How many watch. */
    public int viewers() {
        return viewers.size();
    }

    List<Routes.Route> routes() {
        return routes;
    }

    @Override
    public void close() {
        viewers.close();
        server.stop();
    }
}
