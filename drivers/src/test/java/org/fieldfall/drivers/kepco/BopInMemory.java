package org.fieldfall.drivers.kepco;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;
import org.fieldfall.drivers.transport.FakeWire;

/** As much of a BOP as a driver can tell apart: it remembers, and runs a list the moment it is told to. */
final class BopInMemory implements Box {

    private final FakeWire wire = new FakeWire(said -> hear(said).ifPresent(this::toTheWire));
    private final List<Double> list = new ArrayList<>();
    private final List<Double> everSent = new ArrayList<>();
    private double amperes;
    private double volts;
    private boolean isOn = true;
    private double wobble;
    private double lastMeasured = Double.NaN;
    private Optional<String> answer = Optional.empty();

    FakeWire wire() {
        return wire;
    }

    void current(double present) {
        amperes = present;
    }

    List<Double> list() {
        return list;
    }

    /** Every current that ever crossed the wire. */
    List<Double> everSent() {
        return everSent;
    }

    /** Lets each reading of the current differ by so much from the one before. */
    void wobble(double amperes) {
        wobble = amperes;
    }

    /** The current last told, NaN since {@link #forgetReading}. */
    double lastMeasured() {
        return lastMeasured;
    }

    void forgetReading() {
        lastMeasured = Double.NaN;
    }

    private void toTheWire(String reply) {
        wire.say(reply);
    }

    @Override
    public Optional<String> hear(String said) {
        answer = Optional.empty();
        perform(said);
        return answer;
    }

    private void perform(String said) {
        String value = said.substring(said.indexOf(' ') + 1);
        switch (said.split(" ", 2)[0]) {
            case "*IDN?" -> say("KEPCO,BIT 4886 20-20  01-02-2020,A123456,4.01-1.80");
            case "SYST:ERR?" -> say("0,\"No error\"");
            case "*ESR?" -> say("0");
            case "OUTP?" -> say(isOn ? "1" : "0");
            case "OUTP" -> isOn = value.equals("ON");
            case "FUNC:MODE?" -> say("1");
            case "VOLT" -> volts = Double.parseDouble(value);
            case "VOLT?" -> say(number(volts));
            case "CURR" -> {
                amperes = Double.parseDouble(value);
                everSent.add(amperes);
            }
            case "CURR?" -> say(number(amperes));
            case "MEAS:CURR?" -> {
                amperes += wobble;
                lastMeasured = Double.parseDouble(number(amperes));
                say(number(amperes));
            }
            case "LIST:CLE" -> list.clear();
            case "LIST:CURR" ->
                Arrays.stream(value.split(",", -1)).map(Double::valueOf).forEach(point -> {
                    list.add(point);
                    everSent.add(point);
                });
            case "LIST:CURR:POIN?" -> say(String.valueOf(list.size()));
            case "CURR:MODE" -> amperes = value.equals("LIST") ? list.get(list.size() - 1) : amperes;
            case "STAT:OPER:COND?" -> say("1024");
            case "", "*CLS", "SYST:REM", "FUNC:MODE", "LIST:DWEL", "LIST:COUN", "LIST:DIR", "LIST:GEN" -> {}
            default -> throw new AssertionError("a BOP knows no \"" + said + "\"");
        }
    }

    private void say(String reply) {
        answer = Optional.of(reply + "\r\n");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4E", value);
    }
}
