package org.fieldfall.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.ScalarRead;

/** Goes through a log once and builds the pyramid of each series; only the series still growing are in memory. */
final class PyramidBuilder implements Consumer<LogEntry> {

    private record Key(String channel, String column, boolean isPolled) {}

    private record Growing(int acquisition, PyramidTower tower) {}

    private final PyramidFile file;
    private final LogFollower log;
    private final Map<Key, Growing> growing = new LinkedHashMap<>();
    private final List<PyramidSeries> finished = new ArrayList<>();

    private PyramidBuilder(PyramidFile file, LogFollower log) {
        this.file = file;
        this.log = log;
    }

    /** Writes the pyramid of a log, whole or not at all. */
    static void build(Path log, Path pyramid) {
        var part = pyramid.resolveSibling(pyramid.getFileName() + ".part");
        try (var file = new PyramidFile(part);
                var follower = LogFollower.of(log)) {
            long logBytes = new LogFiles(log).bytes();
            var builder = new PyramidBuilder(file, follower);
            follower.poll(builder);
            file.finish(logBytes, builder.finish());
            Durable.rename(part, pyramid);
        } catch (IOException failure) {
            throw new StoreException(pyramid + ": cannot be written", failure);
        } catch (UncheckedIOException failure) {
            throw new StoreException(pyramid + ": cannot be written", failure.getCause());
        }
    }

    @Override
    public void accept(LogEntry entry) {
        try {
            take(entry.event());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(RunEvent event) throws IOException {
        if (event instanceof BlockTaken taken) {
            take(taken);
        } else if (event instanceof RowsTaken taken) {
            for (var column : taken.columns()) {
                take(taken, column);
            }
        } else if (event instanceof ScalarRead read) {
            tower(new Key(read.channel(), "", true), read.unit(), 0).addPolled(read.rigSeconds(), read.value());
        }
    }

    private void take(BlockTaken taken) throws IOException {
        var block = taken.block();
        var tower = tower(new Key(taken.channel(), "", false), taken.rawUnit(), taken.acquisition());
        tower.mark(block.firstIndex() * block.intervalSeconds(), log.position());
        double[] raw = block.raw();
        for (int i = 0; i < raw.length; i++) {
            long index = block.firstIndex() + i;
            tower.add(index, index * block.intervalSeconds(), raw[i]);
        }
    }

    private void take(RowsTaken taken, RowsTaken.Column column) throws IOException {
        var tower = tower(new Key(taken.channel(), column.name(), false), column.unit(), taken.acquisition());
        for (int i = 0; i < taken.size(); i++) {
            if (i == 0) {
                tower.mark(taken.seconds()[0], log.position());
            }
            tower.add(taken.firstRow() + i, taken.seconds()[i], column.values()[i]);
        }
    }

    private PyramidTower tower(Key key, String unit, int acquisition) throws IOException {
        var now = growing.get(key);
        if (now != null && now.acquisition() == acquisition) {
            return now.tower();
        }
        if (now != null) {
            finished.add(now.tower().finish());
        }
        var tower = new PyramidTower(key.channel(), key.column(), unit, acquisition, file);
        growing.put(key, new Growing(acquisition, tower));
        return tower;
    }

    private List<PyramidSeries> finish() throws IOException {
        for (var each : growing.values()) {
            finished.add(each.tower().finish());
        }
        return finished;
    }
}
