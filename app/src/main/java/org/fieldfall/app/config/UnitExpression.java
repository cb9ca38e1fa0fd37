package org.fieldfall.app.config;

import java.util.regex.Pattern;

/**
 * Reads units as a physicist writes them: {@code uW/K}, {@code J/(mol K)}, {@code cm-1}, {@code mm2}, {@code W/(T/s)^2}.
 *
 * <p>expression = factor { ("/" | "*") factor }; factor = (symbol | "(" expression ")") [ ["^"] integer ]. In parentheses a
 * blank is a product as well.
 */
final class UnitExpression {

    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z]+|%");
    private static final Pattern POWER = Pattern.compile("\\^?(-?[1-9])");

    private final String text;
    private int at;
    private boolean isInside;

    private UnitExpression(String text) {
        this.text = text;
    }

    /** @throws UnfitValueException where the text is no unit */
    static Unit parse(String text) {
        var expression = new UnitExpression(text);
        var unit = expression.product();
        if (expression.at < text.length()) {
            throw expression.unknown();
        }
        return unit;
    }

    private Unit product() {
        var product = factor();
        while (sees('/') || sees('*') || (isInside && sees(' '))) {
            var sign = text.charAt(at++) == '/' ? -1 : 1;
            product = product.times(factor().power(sign));
        }
        return product;
    }

    private Unit factor() {
        var base = sees('(') ? group() : symbol();
        var power = POWER.matcher(text).region(at, text.length());
        if (!power.lookingAt()) {
            return base;
        }
        at = power.end();
        return base.power(Integer.parseInt(power.group(1)));
    }

    private Unit group() {
        at++;
        var isDeeper = isInside;
        isInside = true;
        var inside = product();
        isInside = isDeeper;
        if (!sees(')')) {
            throw unknown();
        }
        at++;
        return inside;
    }

    private Unit symbol() {
        var symbol = SYMBOL.matcher(text).region(at, text.length());
        if (!symbol.lookingAt()) {
            throw unknown();
        }
        at = symbol.end();
        return Unit.named(symbol.group()).orElseThrow(this::unknown);
    }

    private boolean sees(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private UnfitValueException unknown() {
        return new UnfitValueException("unknown unit " + text);
    }
}
