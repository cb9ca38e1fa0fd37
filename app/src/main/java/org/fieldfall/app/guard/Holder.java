package org.fieldfall.app.guard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Who holds a rig, as its lease tells everybody.
 *
 * @param kind {@code run}, {@code dry-run}, {@code check} or {@code guardian}
 * @param user of the operating system
 * @param runId empty for a check
 * @param runFolder absolute; empty as long as there is none
 * @param source {@code rig}, {@code simulator} or {@code replay}; empty until the instruments have told
 * @param socket path of the control socket; empty as long as there is none
 * @param page address of the live page, without a token; empty where there is none
 * @param resources of the lines that are held
 */
public record Holder(
        String kind,
        long pid,
        String host,
        String user,
        String runId,
        String runFolder,
        String rig,
        String source,
        String socket,
        String page,
        Instant since,
        List<String> resources) {

    public Holder {
        resources = List.copyOf(resources);
    }

    Holder withRun(String folder, String from, String control) {
        return new Holder(kind, pid, host, user, runId, folder, rig, from, control, page, since, resources);
    }

    Holder withPage(String address) {
        return new Holder(kind, pid, host, user, runId, runFolder, rig, source, socket, address, since, resources);
    }

    /** The guardian in place of a run that is gone, and with it its page. */
    Holder guardian(long itsPid) {
        return new Holder("guardian", itsPid, host, user, runId, runFolder, rig, source, "", "", since, resources);
    }

    /** As in {@code a run by anna since 2026-11-28T12:00:00Z, pid 4711 on lab3, folder /data/…}. */
    public String words() {
        return (kind.equals("guardian") ? "the guardian of a run" : "a " + kind) + " by " + user + " since "
                + since.truncatedTo(ChronoUnit.SECONDS) + ", pid " + pid + " on " + host
                + (runFolder.isEmpty() ? "" : ", folder " + runFolder);
    }
}
