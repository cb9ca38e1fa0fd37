package org.fieldfall.protocols.instrument.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Shows that the tests of a contract can fail: each passes over a sound fake and fails over one that breaks its promise.
 *
 * @param <T> the contract as it is run over a fake
 */
public final class Proof<T extends RoleContract> {

    private static final String SILENCE = "reportsSilenceByNameBeforeTheDeadlineOfTheCall";
    private static final String LOSS = "reportsALostLineByNameAndWorksAgainOnceItIsBack";

    private final Supplier<T> sound;
    private final Set<String> proven = new TreeSet<>();

    public Proof(Supplier<T> sound) {
        this.sound = sound;
    }

    /** What a broken role answers instead. */
    @FunctionalInterface
    public interface Answer {
        Object to(Object[] arguments);
    }

    /** A role as it is but for one method. */
    public static <R> R flawed(Class<R> role, R fake, String method, Answer answer) {
        Object broken = Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, (self, called, given) -> {
            if (called.getName().equals(method)) {
                return answer.to(given == null ? new Object[0] : given);
            }
            return call(called, fake, given == null ? new Object[0] : given);
        });
        return role.cast(broken);
    }

    /** Proves that one test of the contract, by name, notices what is planted just before it. */
    public Proof<T> catches(String test, Consumer<T> flaw) {
        assertThat(catchThrowable(() -> run(test, contract -> {})))
                .as("%s over the sound fake", test)
                .isNull();
        assertThat(catchThrowable(() -> run(test, flaw)))
                .as("%s over the broken fake", test)
                .isNotNull();
        proven.add(test);
        return this;
    }

    /** Proves the tests that concern the line alone. */
    public Proof<T> catchesABadLine(Function<T, FakeLine> line) {
        return catches("saysWhoItIs", plant(line, FakeLine.Flaw.FORGETS_ITS_NAME))
                .catches("refusesAnotherModel", plant(line, FakeLine.Flaw.ACCEPTS_ANY_MODEL))
                .catches(SILENCE, plant(line, FakeLine.Flaw.OVERRUNS_ITS_DEADLINE))
                .catches(SILENCE, plant(line, FakeLine.Flaw.ANSWERS_FROM_MEMORY))
                .catches("answersAgainAfterASilence", plant(line, FakeLine.Flaw.STAYS_SUSPECT_FOR_GOOD))
                .catches(LOSS, plant(line, FakeLine.Flaw.MISSES_A_LOSS))
                .catches(LOSS, plant(line, FakeLine.Flaw.STAYS_LOST_FOR_GOOD));
    }

    private static <T> Consumer<T> plant(Function<T, FakeLine> line, FakeLine.Flaw flaw) {
        return contract -> line.apply(contract).plant(flaw);
    }

    /** No test of the contract is left without proof. */
    public void isWhole() {
        assertThat(proven)
                .containsExactlyInAnyOrderElementsOf(
                        methods(Test.class).stream().map(Method::getName).toList());
    }

    private void run(String test, Consumer<T> flaw) throws Throwable {
        T contract = sound.get();
        for (Method before : methods(BeforeEach.class)) {
            call(before, contract);
        }
        flaw.accept(contract);
        Method method = methods(Test.class).stream()
                .filter(candidate -> candidate.getName().equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the contract has no test " + test));
        call(method, contract);
    }

    /** The contract's own, not those of the class that runs it; the most general first. */
    private List<Method> methods(Class<? extends Annotation> kind) {
        List<Method> found = new ArrayList<>();
        for (Class<?> contract = sound.get().getClass().getSuperclass();
                RoleContract.class.isAssignableFrom(contract);
                contract = contract.getSuperclass()) {
            for (Method method : contract.getDeclaredMethods()) {
                if (method.isAnnotationPresent(kind)) {
                    found.add(0, method);
                }
            }
        }
        return found;
    }

    private static Object call(Method method, Object target, Object... arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
