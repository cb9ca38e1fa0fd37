package org.fieldfall.drivers.onecharacterswitch;

import java.util.Optional;
import org.fieldfall.drivers.mishap.Box;

/** The board: gives back what it hears, known or not, and moves on {@code o} and {@code c}. */
final class BoardInMemory implements Box {

    private final StringBuilder heard = new StringBuilder();
    private char moved = '-';

    String heard() {
        return heard.toString();
    }

    char moved() {
        return moved;
    }

    @Override
    public Optional<String> hear(String character) {
        heard.append(character);
        return Optional.of(
                switch (character) {
                    case "v" -> " 0.1 v\r\n";
                    case "?" -> " 512 ?\r\n";
                    default -> {
                        moved = character.charAt(0);
                        yield " " + character + "\r\n";
                    }
                });
    }
}
