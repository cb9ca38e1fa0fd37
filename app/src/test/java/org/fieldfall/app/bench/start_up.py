#!/usr/bin/env python3
"""How long `fieldfall predict` takes from a cold JVM: a new process each time, from its start to its end.

Target (design.md, section 12): 1 s.

    python3 app/src/test/java/org/fieldfall/app/bench/start_up.py [RUNS [ARGUMENT ...]]

The launcher must have built fieldfall before; the arguments replace those of the one point below. Beside it run
`java -version` of the same Java, which no program in Java can beat, by turns, and the load of the machine is shown.

Seen on 2 virtual cores (load 1.1 to 1.6), OpenJDK 17, min, median and max of 20 runs: one point 0.23, 0.27 and 0.34 s;
without the launcher's class archive 0.30, 0.33 and 0.46 s; `java -version` 0.03 s. The same point before there were figures,
25 runs by turns with one after: median 0.39 s against 0.43 s of wall and 0.376 s against 0.384 s of processor, 1761 classes
against 1781. On a machine with a load of 13: 0.61, 1.04 and 2.46 s. Of 8 runs, figure 4 with its pictures 1.14, 1.27 and
1.39 s, all four figures 1.56, 1.65 and 1.71 s.
"""

import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve()
HOME = next(parent for parent in HERE.parents if (parent / "app/bin/fieldfall").is_file())
FIELDFALL = str(HOME / "app/bin/fieldfall")
POINT = "predict --sample mn12ac-paper --from 1T --to 0.1T --at 4K".split()


def java():
    home = os.environ.get("JAVA_HOME")
    return f"{home}/bin/java" if home else shutil.which("java")


def seconds(command):
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def report(name, times):
    print(f"{name:14} min {min(times):.3f} s, median {statistics.median(times):.3f} s, max {max(times):.3f} s")


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    asked = [FIELDFALL, *(sys.argv[2:] or POINT)]
    bare = [java(), "-version"]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
    pairs = [(seconds(bare), seconds(asked)) for _ in range(runs)]
    print(f"{runs} runs of: {' '.join(asked[1:])}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    report("java -version", [first for first, _ in pairs])
    report("fieldfall", [second for _, second in pairs])


main()
