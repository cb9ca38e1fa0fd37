/**
 * The coupled world behind the instruments: supply and coil, platform and link, sample, thermometer chain. Told elapsed
 * time, reads no clock.
 *
 * <p>Opens onto {@code protocols.theory.level} and {@code .lattice} and no other theory: its kinetics are its own.
 *
 * <h2>The crystal</h2>
 *
 * <p>comes in two forms, and there may be none. {@code Crystal} has two wells, each in equilibrium within itself, that
 * exchange with the τ of a sample file. {@code LevelCrystal} has a rate equation for each level m = −S … S and knows nothing
 * of that τ: dn/dt = W(T, B) n, with the temperature of the lattice that the energy of spins, lattice and platform leaves.
 *
 * <p>What the level form rests on (physics.md 2.2, 2.4), and what its times depend on:
 *
 * <ul>
 *   <li>energies: the diagonal of the sample's Hamiltonian in the basis of m, no eigenstates; field along the axis;
 *   <li>phonons with |Δm| = 1 and 2, D of the axial part in the prefactor, v and ρ effective: times go with v⁵. v = 2.0 km/s is
 *       a calibration to about 1 s at 4 K; with 1.45 km/s they are 3 to 4 times shorter;
 *   <li>tunnelling between pairs in opposite wells, incoherent, a Lorentzian of half width g μ_B σ_B |m − m'| plus ħ times the
 *       mean of what leaves the two levels by phonons, at any distance from resonance, with the weight of detailed balance
 *       2/(1 + exp(ΔE/T)); Δ from the whole Hamiltonian with the transverse field at the pair's crossing; pairs that split by
 *       10 µK or more and cross within 2 T (what is left out changes τ by less than 1 % from 2.5 K up and to 1 T). A
 *       Lorentzian cut off at ten half widths doubles τ between the resonances, cut at three a hundredfold;
 *   <li>dipolar field B + λ M/Ms, of the start of each step; its energy counts half;
 *   <li>a fast species with the same levels that crosses between mirror levels as well, with (1/2τ0) exp(−U/T) each way at
 *       zero bias: the sample file's numbers, and no barrier that a field lowers.
 * </ul>
 *
 * <p>Slowest relaxation time in seconds, with A = 0.548 K, B4 = 1.173 mK, B44 = 3e-5 cm⁻¹, g = 1.94, 30 mT across, σ_B = 20 mT,
 * ρ = 1830 kg/m³, κ = 1.21, v = 2.0 km/s, no dipolar field, no fast species. Second slowest: 6 to 8 µs at 0 T.
 *
 * <pre>
 *   B (T)    0      0.1     0.2    0.3    0.4     0.44    0.5     0.7     0.88    1.0
 *   3 K      52     83      117    113    78      43      50      19      2.8     3.1
 *   4 K      0.41   0.65    0.90   0.90   0.71    0.48    0.53    0.26    0.056   0.067
 *   4.6 K    0.062  0.097   0.13   0.13   0.11    0.082   0.087   0.048   0.012   0.015
 *
 *   the spin of eq. (1) (D = −0.5 cm⁻¹, g = 2.05) with the same B44:
 *   3 K      58     191     282    263    205     178     111     68      20      2.8
 *   4 K      0.37   1.04    1.41   1.36   1.16    1.06    0.81    0.55    0.24    0.052
 * </pre>
 *
 * <p>Reference is the order of magnitude and the shape: slowest at 0.2 to 0.3 T, faster on the resonances near 0, 0.44 and
 * 0.88 T. A step of the world costs one elimination for each stage and temperature tried; figures stand in {@code
 * LevelsBenchmark} beside the tests.
 */
@NullMarked
package org.fieldfall.simulator.world;

import org.jspecify.annotations.NullMarked;
