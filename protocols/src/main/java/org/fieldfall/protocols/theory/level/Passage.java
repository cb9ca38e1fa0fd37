package org.fieldfall.protocols.theory.level;

/**
 * A field change too fast for relaxation: the levels before and after it, and the energy the spins arrive with.
 *
 * <p>Eq. (4), populations of Bi on levels of Bf, says what to do where the field commutes with the rest of the
 * Hamiltonian. Elsewhere levels bend, and three kinds of change have to be told apart. Against precession (1e10/s) a
 * ramp of 10 T/s is slow: a population stays on its level, followed by continuity through the field, and its energy
 * moves with it. Where two levels come as close as Δ ≈ 1e-5 K the ramp is fast, and the population is handed from one
 * to the other with the probability exp[−πΔ²/(2ħ|dE/dB − dE′/dB| dB/dt)] of Landau and Zener. Levels of different
 * symmetry cross and each keeps its own. The strictly instantaneous change leaves the density matrix as it was; then
 * the energy is Tr ρ(Bi) H(Bf) = U(Bi) − M(Bi) (Bf − Bi), which is what an infinite rate asks for. For an axial spin
 * along the field all of these are eq. (4).
 */
public interface Passage {

    /** The levels at Bi. */
    Spectrum before();

    /** The levels at Bf. */
    Spectrum after();

    /** Energy at Bf of spins that were in equilibrium at Bi, eq. (4), in kelvin above the lowest level at Bf. */
    double keptExcess(double kelvin);
}
