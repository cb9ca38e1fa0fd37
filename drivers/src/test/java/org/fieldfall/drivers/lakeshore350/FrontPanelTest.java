package org.fieldfall.drivers.lakeshore350;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.fieldfall.drivers.transport.Conversation;
import org.junit.jupiter.api.Test;

class FrontPanelTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static FrontPanel of(Conversation box) {
        return new LakeShore350(box.line(), Duration.ofSeconds(2)).frontPanel();
    }

    @Test
    void tellsTheHeaderOfAnInputsCurve() {
        var box = Conversation.where("INCRV? A")
                .answers("21")
                .then("CRVHDR? 21")
                .answers("CX-1050        ,X12345    ,4,+325.000,1");

        assertThat(of(box).curve("A", SOON)).isEqualTo(new FrontPanel.Curve(21, "CX-1050", "X12345", 325));
        box.isOver();
    }

    @Test
    void asksForNoHeaderWhereThereIsNoCurve() {
        var box = Conversation.where("INCRV? B").answers("00");

        assertThat(of(box).curve("B", SOON).number()).isZero();
        box.isOver();
    }

    @Test
    void tellsWhichInputALoopKeeps() {
        var mode = of(Conversation.where("OUTMODE? 1").answers("1,2,0")).mode(1, SOON);

        assertThat(mode.isLoopOn("B")).isTrue();
        assertThat(mode.isLoopOn("A")).isFalse();
        assertThat(new FrontPanel.Mode(Family.MODEL_350, 3, "B").isLoopOn("B")).isFalse();
    }

    @Test
    void tellsWhetherAnOutputCountsInFullCurrents() {
        var current =
                of(Conversation.where("HTRSET? 2").answers("1,2,+0.000,1")).heater(2, SOON);
        var power = of(Conversation.where("HTRSET? 2").answers("1,2,+0.000,2")).heater(2, SOON);

        assertThat(current).isEqualTo(new FrontPanel.HeaterSetup("1,2,+0.000,1", true));
        assertThat(power.isInFullCurrents()).isFalse();
    }
}
