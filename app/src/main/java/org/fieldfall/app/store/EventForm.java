package org.fieldfall.app.store;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldfall.protocols.instrument.LineState;
import org.fieldfall.protocols.instrument.SampleBlock;
import org.fieldfall.protocols.run.BlockTaken;
import org.fieldfall.protocols.run.FigureFound;
import org.fieldfall.protocols.run.GuardTripped;
import org.fieldfall.protocols.run.LineChanged;
import org.fieldfall.protocols.run.LineTimed;
import org.fieldfall.protocols.run.OperatorActed;
import org.fieldfall.protocols.run.OperatorSaid;
import org.fieldfall.protocols.run.PhaseEnded;
import org.fieldfall.protocols.run.PhaseStarted;
import org.fieldfall.protocols.run.PredictionMade;
import org.fieldfall.protocols.run.Quality;
import org.fieldfall.protocols.run.RecordTroubled;
import org.fieldfall.protocols.run.Remark;
import org.fieldfall.protocols.run.RowsTaken;
import org.fieldfall.protocols.run.RunEnded;
import org.fieldfall.protocols.run.RunEvent;
import org.fieldfall.protocols.run.SafeStateStep;
import org.fieldfall.protocols.run.ScalarRead;
import org.fieldfall.protocols.run.SendMarked;

/**
 * How one kind of run event becomes a payload and comes back. The field order here is the format: a form once released
 * never changes, a new layout is a new version.
 */
record EventForm<E extends RunEvent>(
        int type,
        int version,
        Class<E> kind,
        BiConsumer<E, PayloadWriter> encoder,
        Function<PayloadReader, E> decoder) {

    private static final List<Quality> QUALITIES = List.of(Quality.GOOD, Quality.MARKED, Quality.FAILED);
    private static final List<LineState> LINE_STATES =
            List.of(LineState.LOST, LineState.BACK, LineState.REFUSED, LineState.SILENT, LineState.ANSWERING);
    private static final List<RecordTroubled.State> RECORD_STATES =
            List.of(RecordTroubled.State.STALLED, RecordTroubled.State.FAILED, RecordTroubled.State.WRITING);

    /** How events are written when there is no time. */
    private static final List<EventForm<?>> PLAIN = List.of(
            first(0x01, PhaseStarted.class, EventForm::put, EventForm::phaseStarted),
            first(0x02, PhaseEnded.class, EventForm::put, EventForm::phaseEnded),
            first(0x03, ScalarRead.class, EventForm::put, EventForm::scalarRead),
            first(0x05, SendMarked.class, EventForm::put, EventForm::sendMarked),
            first(0x06, PredictionMade.class, EventForm::put, EventForm::predictionMade),
            first(0x07, GuardTripped.class, EventForm::put, EventForm::guardTripped),
            first(0x08, OperatorActed.class, EventForm::put, EventForm::operatorActed),
            first(0x09, SafeStateStep.class, EventForm::put, EventForm::safeStateStep),
            first(0x0A, Remark.class, EventForm::put, EventForm::remark),
            first(0x0B, LineChanged.class, EventForm::put, EventForm::lineChanged),
            first(0x0C, RecordTroubled.class, EventForm::put, EventForm::recordTroubled),
            first(0x0D, LineTimed.class, EventForm::put, EventForm::lineTimed),
            first(0x10, FigureFound.class, EventForm::put, EventForm::figureFound),
            first(0x11, RunEnded.class, EventForm::put, EventForm::runEnded),
            first(0x12, OperatorSaid.class, EventForm::put, EventForm::operatorSaid),
            first(0x80, BlockTaken.class, ColumnForms.PLAIN::put, ColumnForms::blockTaken),
            first(0x81, RowsTaken.class, ColumnForms.PLAIN::put, ColumnForms::rowsTaken));

    /** How blocks of readings are written otherwise. */
    private static final List<EventForm<?>> COMPRESSED = List.of(
            first(0x80, BlockTaken.class, ColumnForms.COMPRESSED::put, ColumnForms::blockTaken),
            first(0x81, RowsTaken.class, ColumnForms.COMPRESSED::put, ColumnForms::rowsTaken));

    /** What the first version wrote blocks in; read for good. */
    private static final EventForm<BlockTaken> FORMER =
            first(0x04, BlockTaken.class, EventForm::refuse, EventForm::blockTaken);

    private static final List<EventForm<?>> READ =
            Stream.concat(PLAIN.stream(), Stream.<EventForm<?>>of(FORMER)).toList();

    private static final Map<Class<?>, EventForm<?>> PLAIN_BY_KIND = byKind(PLAIN);
    private static final Map<Class<?>, EventForm<?>> COMPRESSED_BY_KIND = byKind(COMPRESSED);

    private static Map<Class<?>, EventForm<?>> byKind(List<EventForm<?>> forms) {
        return forms.stream().collect(Collectors.toMap(EventForm::kind, form -> form));
    }

    /** The form a new event is written in when there is time to compress it. */
    static EventForm<RunEvent> compressed(RunEvent event) {
        var form = COMPRESSED_BY_KIND.get(event.getClass());
        return form == null ? plain(event) : known(form);
    }

    /** The form a new event is written in when there is no time. */
    static EventForm<RunEvent> plain(RunEvent event) {
        var form = PLAIN_BY_KIND.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException("no log form for " + event.getClass());
        }
        return known(form);
    }

    @SuppressWarnings("unchecked") // the tables pair each class with a form of its own kind
    private static EventForm<RunEvent> known(EventForm<?> form) {
        return (EventForm<RunEvent>) form;
    }

    /** The form of a frame found in a file; empty for one this version does not know. */
    static Optional<EventForm<?>> of(FrameHead head) {
        return head.flags() != 0
                ? Optional.empty()
                : READ.stream()
                        .filter(form -> form.type == head.type() && form.version == head.version())
                        .findFirst();
    }

    /** @throws IllegalArgumentException if the payload is not of this form */
    E decode(PayloadReader in) {
        try {
            E event = decoder.apply(in);
            if (in.remaining() != 0) {
                throw new IllegalArgumentException(in.remaining() + " bytes too many");
            }
            return event;
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("payload too short", tooShort);
        }
    }

    private static <E extends RunEvent> EventForm<E> first(
            int type, Class<E> kind, BiConsumer<E, PayloadWriter> encoder, Function<PayloadReader, E> decoder) {
        return new EventForm<>(type, 1, kind, encoder, decoder);
    }

    private static void put(PhaseStarted event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.phase());
        out.f64(event.deadlineSeconds());
    }

    private static PhaseStarted phaseStarted(PayloadReader in) {
        return new PhaseStarted(in.f64(), in.text(), in.f64());
    }

    private static void put(PhaseEnded event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.phase());
        out.u8(QUALITIES.indexOf(event.quality()));
        out.text(event.why());
    }

    private static PhaseEnded phaseEnded(PayloadReader in) {
        return new PhaseEnded(in.f64(), in.text(), coded(QUALITIES, in.u8()), in.text());
    }

    private static void put(ScalarRead event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.channel());
        out.f64(event.raw());
        out.text(event.rawUnit());
        out.f64(event.value());
        out.text(event.unit());
    }

    private static ScalarRead scalarRead(PayloadReader in) {
        return new ScalarRead(in.f64(), in.text(), in.f64(), in.text(), in.f64(), in.text());
    }

    private static void refuse(BlockTaken event, PayloadWriter out) {
        throw new IllegalStateException("blocks are written in another form by now");
    }

    private static BlockTaken blockTaken(PayloadReader in) {
        double rigSeconds = in.f64();
        String channel = in.text();
        int acquisition = in.i32();
        String rawUnit = in.text();
        var block = new SampleBlock(in.i64(), in.f64(), in.f64s());
        return new BlockTaken(rigSeconds, channel, acquisition, block, rawUnit);
    }

    private static void put(SendMarked event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.mark());
        out.f64(event.beforeSeconds());
    }

    private static SendMarked sendMarked(PayloadReader in) {
        return new SendMarked(in.f64(), in.text(), in.f64());
    }

    private static void put(PredictionMade event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.name());
        out.f64s(event.seconds());
        out.f64s(event.kelvin());
    }

    private static PredictionMade predictionMade(PayloadReader in) {
        return new PredictionMade(in.f64(), in.text(), in.f64s(), in.f64s());
    }

    private static void put(GuardTripped event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.guard());
        out.f64(event.value());
        out.f64(event.limit());
        out.text(event.unit());
        out.text(event.consequence());
    }

    private static GuardTripped guardTripped(PayloadReader in) {
        return new GuardTripped(in.f64(), in.text(), in.f64(), in.f64(), in.text(), in.text());
    }

    private static void put(OperatorActed event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.act());
        out.text(event.who());
    }

    private static OperatorActed operatorActed(PayloadReader in) {
        return new OperatorActed(in.f64(), in.text(), in.text());
    }

    private static void put(OperatorSaid event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.who());
        out.text(event.about());
        out.text(event.text());
    }

    private static OperatorSaid operatorSaid(PayloadReader in) {
        return new OperatorSaid(in.f64(), in.text(), in.text(), in.text());
    }

    private static void put(SafeStateStep event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.instrument());
        out.text(event.command());
        out.text(event.readback());
        out.u8(event.isSafe() ? 1 : 0);
    }

    private static SafeStateStep safeStateStep(PayloadReader in) {
        return new SafeStateStep(in.f64(), in.text(), in.text(), in.text(), in.u8() != 0);
    }

    private static void put(Remark event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.text());
    }

    private static Remark remark(PayloadReader in) {
        return new Remark(in.f64(), in.text());
    }

    private static void put(LineChanged event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.line());
        out.u8(LINE_STATES.indexOf(event.state()));
        out.text(event.why());
    }

    private static LineChanged lineChanged(PayloadReader in) {
        return new LineChanged(in.f64(), in.text(), coded(LINE_STATES, in.u8()), in.text());
    }

    private static void put(LineTimed event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.instrument());
        out.text(event.resource());
        out.i64(event.exchanges());
        out.f64(event.medianSeconds());
        out.f64(event.longestSeconds());
        out.i64(event.timeOuts());
        out.i64(event.garbledReplies());
        out.i64(event.reconnects());
    }

    private static LineTimed lineTimed(PayloadReader in) {
        return new LineTimed(
                in.f64(), in.text(), in.text(), in.i64(), in.f64(), in.f64(), in.i64(), in.i64(), in.i64());
    }

    private static void put(FigureFound event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.name());
        out.f64(event.value());
        out.f64(event.sigma());
        out.text(event.unit());
    }

    private static FigureFound figureFound(PayloadReader in) {
        return new FigureFound(in.f64(), in.text(), in.f64(), in.f64(), in.text());
    }

    private static void put(RunEnded event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.text(event.status());
        out.u8(event.isSafe() ? 1 : 0);
        out.text(event.why());
    }

    private static RunEnded runEnded(PayloadReader in) {
        return new RunEnded(in.f64(), in.text(), in.u8() != 0, in.text());
    }

    private static void put(RecordTroubled event, PayloadWriter out) {
        out.f64(event.rigSeconds());
        out.u8(RECORD_STATES.indexOf(event.state()));
        out.text(event.report());
    }

    private static RecordTroubled recordTroubled(PayloadReader in) {
        return new RecordTroubled(in.f64(), coded(RECORD_STATES, in.u8()), in.text());
    }

    private static <T extends Enum<T>> T coded(List<T> codes, int code) {
        if (code >= codes.size()) {
            throw new IllegalArgumentException(
                    "no " + codes.get(0).getDeclaringClass().getSimpleName() + " has the number " + code);
        }
        return codes.get(code);
    }
}
