package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * The catalogue's SQLite file: one table {@code runs}, a row a run, columns named as in {@code review list --json}. A
 * number that is not known is NULL.
 */
final class CatalogueFile implements AutoCloseable {

    /** Another table layout is another number: a file of a different one is thrown away. */
    private static final int VERSION = 1;

    private static final int PATIENCE_MILLIS = 5000;

    private static final String TABLE = """
            CREATE TABLE runs (
              run TEXT PRIMARY KEY, id TEXT NOT NULL, number INTEGER NOT NULL,
              started_utc TEXT NOT NULL, ended_utc TEXT NOT NULL, source TEXT NOT NULL,
              sample TEXT NOT NULL, rig TEXT NOT NULL, protocol TEXT NOT NULL,
              status TEXT NOT NULL, quality TEXT NOT NULL,
              initial_temperature_k REAL, initial_field_t REAL, final_field_t REAL,
              who TEXT NOT NULL, note TEXT NOT NULL, why TEXT NOT NULL, annotations INTEGER NOT NULL,
              stamp TEXT NOT NULL)""";

    private static final String PUT =
            "INSERT OR REPLACE INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;

    private CatalogueFile(Connection connection) {
        this.connection = connection;
    }

    /** Opens or creates it. */
    static CatalogueFile open(Path file) throws SQLException {
        unpackAtHome();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try {
            connection.setAutoCommit(false);
            prepare(connection);
            return new CatalogueFile(connection);
        } catch (SQLException damaged) {
            connection.close();
            throw damaged;
        }
    }

    /** The driver unpacks its native part into a folder and leaves it there after a kill: one of the user's own is due. */
    private static void unpackAtHome() {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "fieldfall");
        try {
            System.setProperty(
                    "org.sqlite.tmpdir", Files.createDirectories(cache).toString());
        } catch (IOException noHome) {
            // The system's folder for such things does as well.
            System.clearProperty("org.sqlite.tmpdir");
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet found = statement.executeQuery("PRAGMA user_version")) {
                version = found.getInt(1);
            }
            if (version != VERSION) {
                statement.executeUpdate("DROP TABLE IF EXISTS runs");
                statement.executeUpdate(TABLE);
                statement.executeUpdate("PRAGMA user_version = " + VERSION);
                connection.commit();
            }
        }
    }

    /** What the folder of each run was like when its row was written. */
    Map<String, String> stamps() throws SQLException {
        Map<String, String> stamps = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT run, stamp FROM runs")) {
            while (row.next()) {
                stamps.put(row.getString(1), row.getString(2));
            }
        }
        return stamps;
    }

    /** Takes rows out and puts others in, all or none of it. */
    void update(List<String> gone, Map<CatalogueEntry, String> fresh) throws SQLException {
        if (gone.isEmpty() && fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM runs WHERE run = ?");
                PreparedStatement put = connection.prepareStatement(PUT)) {
            for (String path : gone) {
                delete.setString(1, path);
                delete.executeUpdate();
            }
            for (Map.Entry<CatalogueEntry, String> row : fresh.entrySet()) {
                bind(put, row.getKey(), row.getValue());
                put.executeUpdate();
            }
        }
        connection.commit();
    }

    private static void bind(PreparedStatement put, CatalogueEntry e, String stamp) throws SQLException {
        Object[] values = {
            e.path(),
            e.id(),
            e.number(),
            e.startedUtc(),
            e.endedUtc(),
            e.source(),
            e.sample(),
            e.rig(),
            e.protocol(),
            e.status(),
            e.quality(),
            e.initialKelvin(),
            e.initialTesla(),
            e.finalTesla(),
            e.who(),
            e.note(),
            e.why(),
            e.annotations(),
            stamp
        };
        for (int i = 0; i < values.length; i++) {
            // SQLite itself turns a NaN into NULL.
            put.setObject(i + 1, values[i]);
        }
    }

    List<CatalogueEntry> entries() throws SQLException {
        List<CatalogueEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM runs")) {
            while (row.next()) {
                entries.add(entry(row));
            }
        }
        return entries;
    }

    private static CatalogueEntry entry(ResultSet row) throws SQLException {
        return new CatalogueEntry(
                row.getString("run"),
                row.getString("id"),
                row.getInt("number"),
                row.getString("started_utc"),
                row.getString("ended_utc"),
                row.getString("source"),
                row.getString("sample"),
                row.getString("rig"),
                row.getString("protocol"),
                row.getString("status"),
                row.getString("quality"),
                number(row, "initial_temperature_k"),
                number(row, "initial_field_t"),
                number(row, "final_field_t"),
                row.getString("who"),
                row.getString("note"),
                row.getString("why"),
                row.getInt("annotations"));
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
