"""Sudden limits of eq. (9) in NumPy and SciPy, as fast as they can be written, beside the figures of the benchmarks.

Mn12 with S = 10, D = -0.5 cm-1, g = 2.05 on a Debye lattice of 38 K, one unit. Every solver is first held against the
table of physics.md, section 1.3, so that none is fast by being wrong.
"""

import json
import math
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from scipy.integrate import quad
from scipy.optimize import brentq

R = 8.31446261815324
THETA = 38.0
D = -0.5 / 0.6950348004
BETA = 2.05 * 0.67171381563
M = np.arange(-10, 11.0)


def energies(tesla):
    e = D * M * M + BETA * tesla * M
    return e - e.min()


def debye_integrand(t):
    return t * t * t / math.expm1(t) if t > 0 else 0.0


def debye_quad(x):
    return 3 * quad(debye_integrand, 0, min(x, 60.0))[0] / x**3


def lattice_quad(t):
    """U and C; C needs no second integral."""
    x = THETA / t
    d = debye_quad(x)
    tail = 0.0 if x > 700 else 3 * x / math.expm1(x)
    return 3 * R * t * d, 3 * R * (4 * d - tail)


# U and C of the lattice on a fine grid of T, read by cubics through U with its slope C.
STEP = 0.01
GRID = np.arange(1, 6001) * STEP
TABLE = np.array([lattice_quad(t) for t in GRID])
TABLE_U = TABLE[:, 0].tolist()
TABLE_C = TABLE[:, 1].tolist()


def lattice_table(t):
    place = t / STEP - 1
    i = int(place)
    if i < 0:
        return TABLE_U[0] * (t / STEP) ** 4, TABLE_C[0] * (t / STEP) ** 3
    u = place - i
    u0, u1, c0, c1 = TABLE_U[i], TABLE_U[i + 1], TABLE_C[i] * STEP, TABLE_C[i + 1] * STEP
    a, b = 3 * (u1 - u0) - 2 * c0 - c1, 2 * (u0 - u1) + c0 + c1
    return u0 + u * (c0 + u * (a + u * b)), (c0 + u * (2 * a + 3 * u * b)) / STEP


def newton(levels, energy, start, lattice):
    """Newton with a bracket, for one temperature."""
    squares = levels * levels
    low, high, t = 0.0, 60.0, start
    for _ in range(100):
        w = np.exp(levels / -t)
        z = w.sum()
        e = levels.dot(w) / z
        c = (squares.dot(w) / z - e * e) / (t * t)
        u, cl = lattice(t)
        f = R * e + u - energy
        if f > 0:
            high = t
        else:
            low = t
        following = t - f / (R * c + cl)
        if abs(following - t) < 1e-9 * start:
            return following
        t = following if low < following < high else (low + high) / 2
    raise ArithmeticError("no convergence")


def kept(bi, bf, ti):
    before = np.exp(energies(bi) / -ti)
    return energies(bf).dot(before) / before.sum()


def sudden_newton(bi, bf, ti, lattice):
    return newton(energies(bf), R * kept(bi, bf, ti) + lattice(ti)[0], ti, lattice)


def sudden_brentq(bi, bf, ti, lattice):
    levels = energies(bf)
    energy = R * kept(bi, bf, ti) + lattice(ti)[0]

    def balance(t):
        w = np.exp(levels / -t)
        return R * levels.dot(w) / w.sum() + lattice(t)[0] - energy

    return brentq(balance, 0.05, 30.0, xtol=1e-10)


def map_row(bi, bf, ti, energy_ti, populations, start):
    """All Ti of one Bf at once: 21 x 500 exponentials, three sums by one matrix product, few enough to stay in cache."""
    levels = energies(bf)
    sums = np.stack([np.ones_like(levels), levels, levels * levels])
    energy = R * levels.dot(populations) + energy_ti
    low, high, t = np.zeros_like(ti), np.full_like(ti, 60.0), start
    for _ in range(100):
        w = np.multiply.outer(-levels, 1 / t)
        np.exp(w, out=w)
        z, e, ee = sums @ w
        e /= z
        c = (ee / z - e * e) / (t * t)
        place = np.minimum(t / STEP - 1, len(GRID) - 2)
        i = np.maximum(place.astype(np.intp), 0)
        u = place - i
        (u0, c0), (u1, c1) = TABLE[i].T, TABLE[i + 1].T
        c0, c1 = STEP * c0, STEP * c1
        p, q = 3 * (u1 - u0) - 2 * c0 - c1, 2 * (u0 - u1) + c0 + c1
        f = R * e + u0 + u * (c0 + u * (p + u * q)) - energy
        above = f > 0
        high = np.where(above, t, high)
        low = np.where(above, low, t)
        following = t - f / (R * c + (c0 + u * (2 * p + 3 * u * q)) / STEP)
        # No further than twice or half: where C all but vanishes Newton would leave the table.
        following = np.clip(following, t / 2, 2 * t)
        if np.all(np.abs(following - t) < 1e-9 * ti):
            return following
        t = np.where((following > low) & (following < high), following, (low + high) / 2)
    raise ArithmeticError("no convergence")


def map_part(bi, bfs, ti):
    levels = energies(bi)
    before = np.exp(np.multiply.outer(-levels, 1 / ti))
    populations = before / before.sum(axis=0)
    energy_ti = np.array([lattice_table(t)[0] for t in ti])
    result = np.empty((len(bfs), len(ti)))
    start = ti
    for row, bf in enumerate(bfs):
        start = map_row(bi, bf, ti, energy_ti, populations, start)
        result[row] = start - ti
    return result


def map_threads(bi, bfs, ti, pool):
    return np.concatenate(list(pool.map(lambda part: map_part(bi, part, ti), np.array_split(bfs, 2))))


def seconds(call, repeats, inner=1):
    """Fastest and median."""
    call()
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        for _ in range(inner):
            call()
        times.append((time.perf_counter() - begin) / inner)
    return min(times), sorted(times)[len(times) // 2]


def check():
    for solver in (sudden_newton, sudden_brentq):
        for lattice in (lattice_quad, lattice_table):
            assert abs(solver(1, 0.1, 4.0, lattice) - 2.05314) < 6e-6, (solver, lattice)
            assert abs(solver(0.5, 0.3, 4.6, lattice) - 3.89908) < 6e-6, (solver, lattice)
    rows = map_part(1, np.array([0.0, 0.1, 0.3]), np.array([2.0, 4.0, 4.6]))
    assert abs(rows[1, 1] + 4 - 2.05314) < 6e-6 and abs(rows[2, 2] + 4.6 - 3.40727) < 6e-6, rows


def main(results):
    check()
    ours = {}
    for entry in json.load(open(results)):
        percentiles = entry["primaryMetric"]["scorePercentiles"]
        ours[entry["benchmark"].split(".")[-1]] = percentiles["0.0"] * 1e-6, percentiles["50.0"] * 1e-6
    bfs, ti = np.linspace(0, 1, 500), np.linspace(1, 15, 500)
    # The better of Newton and Brent is the peer.
    solvers = sudden_newton, sudden_brentq
    by_quad = min(seconds(lambda: s(1, 0.1, 4.0, lattice_quad), 30, 30) for s in solvers)
    by_table = min(seconds(lambda: s(1, 0.1, 4.0, lattice_table), 30, 60) for s in solvers)
    one = seconds(lambda: map_part(1, bfs, ti), 9)
    with ThreadPoolExecutor(2) as pool:
        two = seconds(lambda: map_threads(1, bfs, ti, pool), 9)
    rows = [
        ("sudden limit; SciPy, integral by quadrature", "suddenLimit", by_quad, 75),
        ("sudden limit; SciPy, integral tabulated", "suddenLimit", by_table, 25),
        ("map of 500 x 500; NumPy on one core", "map", one, 3),
        ("map of 500 x 500; NumPy on two threads", "map", two, ""),
    ]
    print(f"{'fastest / median, microseconds':46}{'fieldfall':>20}{'Python':>22}{'ratio':>16}{'target':>8}")
    for what, name, theirs, target in rows:
        mine = ours[name]
        print(
            f"{what:46}{mine[0] * 1e6:>10.1f} /{mine[1] * 1e6:>8.1f}{theirs[0] * 1e6:>12.0f} /{theirs[1] * 1e6:>8.0f}"
            f"{theirs[0] / mine[0]:>8.1f} /{theirs[1] / mine[1]:>6.1f}{target:>8}"
        )
    for what, name in (
        ("K1 of 100 s at 1001 times", "prediction"),
        ("the same with all that K1 knows", "predictionOfEverything"),
        ("powder, 1000 orientations, 100 temperatures", "powder"),
        ("one spectrum of 21 levels", "levels"),
        ("levels followed from 1 to 0.1 T", "passage"),
    ):
        print(f"{what:46}{ours[name][0] * 1e6:>10.0f} /{ours[name][1] * 1e6:>8.0f}")


if __name__ == "__main__":
    main(sys.argv[1])
