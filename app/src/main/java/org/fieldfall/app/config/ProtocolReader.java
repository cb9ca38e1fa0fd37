package org.fieldfall.app.config;

import java.util.List;
import java.util.Optional;
import org.fieldfall.app.config.ProtocolConfig.Course;

/** The keys of a protocol file. */
final class ProtocolReader {

    private ProtocolReader() {}

    static ProtocolConfig read(Section top) {
        var name = top.text("name");
        var sample = top.optionalText("sample");
        var rig = top.optionalText("rig");
        var shared = CourseReader.whole(top);
        top.check(
                shared.finalFieldTesla() != shared.initialFieldTesla(),
                "final-field",
                "another field than initial-field");
        var guards = GuardReader.list(top);
        var campaign = top.optionalSection("campaign", new CampaignReader(shared)::read);
        if (campaign.isPresent()) {
            top.check(!top.has("shots"), "shots", "nothing beside campaign, whose shots are its grid and its controls");
        }
        return new ProtocolConfig(top.file(), name, sample, rig, shared, shots(top, shared), guards, campaign);
    }

    private static List<ShotConfig> shots(Section top, Course shared) {
        if (!top.has("shots")) {
            return List.of(new ShotConfig.FieldShot(ShotConfig.Kind.SWEEP, shared));
        }
        return top.list("shots", new ShotReader(shared)::read).stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
