package org.fieldfall.app.figure;

import org.fieldfall.app.picture.Figure;

/** A figure of the paper, drawn: the picture and the numbers in it. */
public record Drawing(int number, Figure figure, Data data) {}
