package org.fieldfall.protocols.run;

/** Something worth knowing that is not a fault. */
public record Remark(double rigSeconds, String text) implements RunEvent {}
