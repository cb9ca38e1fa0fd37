package org.fieldfall.app;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.io.FileDescriptor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The house's plan: who may know whom, and where each outside library lives. A new package needs a row here, unless it is an
 * instrument model's.
 */
@AnalyzeClasses(
        packages = "org.fieldfall",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
final class ArchitectureTest {

    /** The contracts of the roles come as a jar. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String OURS = "org.fieldfall.";

    /** Each package and those of ours that it may use. */
    private static final Map<String, Set<String>> ARROWS = arrows("""
            protocols.instrument      ->
            protocols.run             -> protocols.instrument
            protocols.sequence        -> protocols.run protocols.instrument
            protocols.theory.level    ->
            protocols.theory.lattice  ->
            protocols.theory.balance  -> protocols.theory.level protocols.theory.lattice
            protocols.theory.kinetics -> protocols.theory.level protocols.theory.lattice protocols.theory.balance
            protocols.analysis        -> protocols.theory.*
            protocols.fieldquench     -> protocols.sequence protocols.theory.* protocols.analysis protocols.run protocols.instrument

            drivers.transport         -> protocols.instrument
            drivers.scpi              -> drivers.transport protocols.instrument
            drivers.calibration       -> protocols.instrument
            drivers.<model>           -> drivers.scpi drivers.transport protocols.instrument

            simulator.wire            ->
            simulator.scpi            ->
            simulator.world           -> protocols.theory.level protocols.theory.lattice
            simulator.<model>         -> simulator.scpi simulator.wire simulator.world
            simulator                 -> simulator.* protocols.theory.level protocols.theory.lattice

            app.config                -> protocols.*
            app.store                 -> protocols.*
            app.picture               -> app.store
            app.figure                -> app.picture app.store protocols.theory.*
            app.model                 -> app.config drivers.* protocols.instrument protocols.analysis
            app.sample                -> app.config protocols.*
            app.rig                   -> app.config app.model app.sample simulator drivers.transport drivers.calibration protocols.*
            app.guard                 -> app.config app.rig app.store drivers.transport drivers.calibration protocols.instrument protocols.run protocols.sequence
            app.run                   -> app.config app.sample app.store app.picture app.rig app.guard drivers.transport drivers.calibration protocols.*
            app.live                  -> app.config app.store app.guard app.run protocols.run protocols.fieldquench protocols.instrument
            app.live.view             -> app.config app.sample app.store app.run protocols.*
            app.meter                 -> app.config app.live.view app.run drivers.transport protocols.run protocols.instrument protocols.fieldquench
            app.campaign              -> app.config app.sample app.store app.rig app.guard app.run drivers.calibration protocols.*
            app.review                -> app.config app.store app.picture app.run protocols.*
            app.export                -> app.config app.sample app.store app.run app.review protocols.*
            app.report                -> app.config app.sample app.store app.picture app.run app.review protocols.*
            app.drill                 -> app.config app.store app.rig app.run protocols.*
            app.live.page             -> app.config app.store app.guard app.run app.review app.export app.report app.live app.live.view protocols.run protocols.fieldquench
            app.cli                   -> app.config app.sample app.store app.picture app.figure app.model app.rig app.guard app.run app.campaign app.review app.export app.report app.drill app.live app.live.* app.meter drivers.transport drivers.calibration protocols.*
            """);

    /** Where an outside library, told by the beginning of its class names, may be used; the first row that fits counts. */
    private static final Map<String, Set<String>> HOMES = arrows("""
            com.fazecast                          -> drivers.transport
            com.sun.jna                           -> simulator.wire
            com.fasterxml.jackson.dataformat.yaml -> app.config
            org.yaml                              -> app.config
            com.fasterxml.jackson                 -> app.config app.store app.run app.campaign app.review app.cli
            org.knowm                             -> app.picture
            java.awt                              -> app.picture
            javax                                 -> app.picture
            org.w3c.dom                           -> app.picture
            org.sqlite                            -> app.store
            io.jhdf                               -> app.store
            java.sql                              -> app.store
            picocli                               -> app.cli
            ch.qos.logback                        ->
            sun                                   ->
            java.lang.reflect                     -> app.cli
            java.lang.invoke                      ->
            org.apache.commons.math3              -> protocols.theory.* protocols.analysis simulator.world
            org.zeromq                            -> app.live
            io.micrometer                         -> app.meter
            io.javalin                            -> app.live.page
            org.eclipse.jetty                     -> app.live.page
            kotlin                                -> app.live.page
            org.jspecify                          -> *
            org.slf4j                             -> *
            java                                  -> *
            """);

    @ArchTest
    static final ArchRule usesOnlyTheRoomsItOpensOnto =
            classes().should(dependOnlyAlong("the arrows between rooms", ArchitectureTest::isAllowed));

    @ArchTest
    static final ArchRule keepsEachOutsideLibraryInItsHome =
            classes().should(dependOnlyAlong("the homes of outside libraries", ArchitectureTest::isAtHome));

    @ArchTest
    static final ArchRule hasNoPackageCycle =
            slices().matching("org.fieldfall.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule writesToTheTerminalFromTheCommandLineAlone =
            noClasses().that().resideOutsideOfPackage("org.fieldfall.app.cli").should(ACCESS_STANDARD_STREAMS);

    @ArchTest
    static final ArchRule opensTheTerminalFromTheCommandLineAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.fieldfall.app.cli")
            .should()
            .accessField(FileDescriptor.class, "out")
            .orShould()
            .accessField(FileDescriptor.class, "err");

    @ArchTest
    static final ArchRule endsTheProcessFromTheCommandLineAlone = noClasses()
            .that()
            .resideOutsideOfPackage("org.fieldfall.app.cli")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule logsThroughSlf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule namesAClassByItsJob =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)(\\$.*)?");

    @ArchTest
    static final ArchRule saysWhichFieldQuenchOrMagnetQuenchItMeans =
            noClasses().should().haveNameMatching("(.*[.$])?[Qq]uench(es|ed|ing)?[A-Z0-9]?.*");

    @ArchTest
    static void hasARowForEachPackageAndAPackageForEachRow(JavaClasses all) {
        assertThat(packages(all)
                        .map(JavaPackage::getName)
                        .map(ArchitectureTest::room)
                        .map(ArchitectureTest::row)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    @ArchTest
    static void introducesEachPackageAndMarksItsNulls(JavaClasses all) {
        assertThat(packages(all)).allSatisfy(room -> {
            assertThat(room.tryGetPackageInfo())
                    .as("package-info of %s", room.getName())
                    .isPresent();
            assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as("@NullMarked on %s", room.getName())
                    .isTrue();
        });
    }

    private static Stream<JavaPackage> packages(JavaClasses all) {
        return all.stream().map(JavaClass::getPackage).distinct();
    }

    private static ArchCondition<JavaClass> dependOnlyAlong(String what, Predicate<Dependency> allowed) {
        return new ArchCondition<>("depend only along " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(allowed.negate())
                        .forEach(wrong -> events.add(violated(wrong, wrong.getDescription())));
            }
        };
    }

    private static boolean isAllowed(Dependency dependency) {
        String from = dependency.getOriginClass().getPackageName();
        String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
        return !to.startsWith(OURS)
                || from.equals(to)
                || isIn(room(to), ARROWS.getOrDefault(row(room(from)), Set.of()));
    }

    private static boolean isAtHome(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.isPrimitive() || target.getPackageName().startsWith(OURS)) {
            return true;
        }
        String user = room(dependency.getOriginClass().getPackageName());
        return HOMES.entrySet().stream()
                .filter(home -> target.getName().startsWith(home.getKey() + "."))
                .findFirst()
                .map(home -> isIn(user, home.getValue()))
                .orElse(false);
    }

    /** True if a room is named, or all rooms below one are. */
    private static boolean isIn(String room, Set<String> named) {
        return named.stream()
                .anyMatch(name ->
                        name.endsWith("*") ? room.startsWith(name.substring(0, name.length() - 1)) : room.equals(name));
    }

    private static String room(String packageName) {
        return packageName.substring(OURS.length());
    }

    /** The row of a room: its own, or that of all the models beside it. */
    private static String row(String room) {
        String ofModels = room.replaceFirst("\\.[a-z0-9]+$", ".<model>");
        return !ARROWS.containsKey(room) && ARROWS.containsKey(ofModels) ? ofModels : room;
    }

    private static Map<String, Set<String>> arrows(String rows) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        rows.lines().filter(row -> !row.isBlank()).forEach(row -> {
            String[] sides = row.split("->", -1);
            arrows.put(
                    sides[0].strip(),
                    Arrays.stream(sides[1].split(" "))
                            .filter(to -> !to.isBlank())
                            .collect(toCollection(TreeSet::new)));
        });
        return arrows;
    }
}
