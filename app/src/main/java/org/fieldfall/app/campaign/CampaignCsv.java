package org.fieldfall.app.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.fieldfall.app.campaign.CampaignReview.Row;

/** A campaign's table as CSV (RFC 4180): a row for each shot, a column for each figure that any of them has. */
public final class CampaignCsv {

    private static final List<String> COLUMNS = List.of(
            "shot",
            "kind",
            "initial_temperature_k",
            "initial_field_t",
            "final_field_t",
            "rate_t_per_s",
            "seed",
            "state",
            "quality",
            "delta_t_10_s_k",
            "sigma_10_s_k",
            "run_id",
            "run_folder");

    private CampaignCsv() {}

    public static String of(CampaignReview review) {
        Set<String> figures = new TreeSet<>();
        review.shots().forEach(row -> figures.addAll(row.figures().keySet()));
        StringBuilder csv = new StringBuilder();
        List<String> head = new ArrayList<>(COLUMNS);
        head.addAll(figures);
        line(csv, head);
        review.shots().forEach(row -> line(csv, cells(row, figures)));
        return csv.toString();
    }

    private static List<String> cells(Row row, Set<String> figures) {
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(row.number()),
                row.kind(),
                number(row.settings().initialKelvin()),
                number(row.settings().initialTesla()),
                number(row.settings().finalTesla()),
                number(row.settings().teslaPerSecond()),
                String.valueOf(row.seed()),
                row.state(),
                row.quality(),
                number(row.deltaKelvin().orElse(Double.NaN)),
                number(row.sigmaKelvin().orElse(Double.NaN)),
                row.runId(),
                row.runFolder()));
        figures.forEach(name -> cells.add(number(row.figures().getOrDefault(name, Double.NaN))));
        return cells;
    }

    /** A number that is none is an empty cell. */
    private static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells.stream().map(CampaignCsv::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
