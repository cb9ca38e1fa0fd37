package org.fieldfall.drivers.mishap;

/** What may befall a reply and leaves a mark on the wire. */
public enum Mishap {
    NONE,
    /** The first bytes come, the rest never. */
    CUT,
    /** The first bytes come, the rest together with the next reply. */
    CUT_AND_JOINED,
    /** The first bytes come together with the next reply, the rest never. */
    HEAD_JOINED,
    /** All of it comes together with the next reply. */
    HELD,
    /** It comes when nobody waits any more. */
    LATE,
    /** It comes twice at once. */
    DOUBLED,
    /** It comes, and once more together with the next reply. */
    ECHOED_LATER,
    MISSING,
    /** One byte has its high bit set, as by wrong framing. */
    GARBLED,
    /** One byte is lost for a sign that no reply has. */
    REPLACED,
    /** A stray flow control byte stands in it. */
    NOISY
}
