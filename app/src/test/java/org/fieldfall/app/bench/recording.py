"""Samples of a time and four values, appended with h5py and as SQLite rows, beside the figures of RecordingBenchmark.

Both are written as fast as they can be and made safe every 50 ms, as the run log is: h5py flushes and calls fdatasync on
an extendable, chunked dataset grown ahead of the data; SQLite commits in WAL mode with synchronous=FULL, where a commit
is on the disk. Every file is read back.

    recording.py FIGURES.json FOLDER SECONDS

Needs h5py and numpy: Debian's python3-h5py, which belongs to the system's own interpreter.
"""

import json
import os
import pathlib
import sqlite3
import sys
import time

import h5py
import numpy as np

ROWS = (1, 100, 1000)
FLUSH = 0.05
TARGET = {1: 50, 100: 8, 1000: 2}
GROW = 1_000_000
POOL = np.random.default_rng(20261125).integers(0, 1 << 24, (100_000, 5)) * 2.0**-23


def blocks(rows):
    """The same samples over and over, made before the clock starts."""
    return [POOL[i : i + rows] for i in range(0, len(POOL) - rows + 1, rows)]


def with_h5py(path, rows, seconds):
    pool = blocks(rows)
    with h5py.File(path, "w", libver="latest") as file:
        data = file.create_dataset("data", (GROW, 5), "f8", maxshape=(None, 5), chunks=(4096, 5))
        fd = file.id.get_vfd_handle()
        count, at, room = 0, 0, GROW
        start = flushed = now = time.perf_counter()
        while now - start < seconds:
            if at + rows > room:
                room += GROW
                data.resize(room, axis=0)
            data[at : at + rows] = pool[count % len(pool)]
            at += rows
            count += 1
            now = time.perf_counter()
            if now - flushed >= FLUSH:
                file.flush()
                os.fdatasync(fd)
                flushed = now = time.perf_counter()
        data.resize(at, axis=0)
        file.flush()
        os.fdatasync(fd)
        took = time.perf_counter() - start
    with h5py.File(path, "r") as file:
        last = file["data"][at - rows : at]
        assert len(file["data"]) == at and np.array_equal(last, pool[(count - 1) % len(pool)])
    path.unlink()
    return at / took


def with_sqlite(path, rows, seconds):
    pool = [block.tolist() for block in blocks(rows)]
    file = sqlite3.connect(path, isolation_level=None)
    file.execute("pragma journal_mode=wal")
    file.execute("pragma synchronous=full")
    file.execute("create table data (t real, x real, y real, r real, theta real)")
    insert = "insert into data values (?, ?, ?, ?, ?)"
    count = 0
    start = flushed = now = time.perf_counter()
    file.execute("begin")
    while now - start < seconds:
        file.executemany(insert, pool[count % len(pool)])
        count += 1
        now = time.perf_counter()
        if now - flushed >= FLUSH:
            file.execute("commit")
            file.execute("begin")
            flushed = now = time.perf_counter()
    file.execute("commit")
    took = time.perf_counter() - start
    assert file.execute("select count(*) from data").fetchone()[0] == count * rows
    file.close()
    path.unlink()
    return count * rows / took


def main():
    ours = {int(rows): rate for rows, rate in json.loads(pathlib.Path(sys.argv[1]).read_text()).items()}
    folder, seconds = pathlib.Path(sys.argv[2]), float(sys.argv[3])
    print(f"samples (a time and four values) a second, safe every {FLUSH * 1e3:.0f} ms; load {os.getloadavg()[0]:.1f}")
    print(f"{'an append':>9} {'run log':>12} {'h5py':>12} {'SQLite':>12} {'log/h5py':>9} {'due':>4} {'log/SQLite':>11}")
    for rows in ROWS:
        hdf = with_h5py(folder / f"{rows}.h5", rows, seconds)
        sql = with_sqlite(folder / f"{rows}.db", rows, seconds)
        print(
            f"{rows:9} {ours[rows]:12,.0f} {hdf:12,.0f} {sql:12,.0f}"
            f" {ours[rows] / hdf:9.1f} {TARGET[rows]:4} {ours[rows] / sql:11.1f}"
        )


main()
