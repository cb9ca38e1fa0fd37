package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of a campaign: one line of JSON for each event, only ever added to, each on the disk before what it announces is
 * done. A line that a kill or a full disk tore is passed over and told.
 */
public record CampaignLog(Path file) {

    /**
     * What it holds.
     *
     * @param unreadable a sentence for each line that is none
     */
    public record Content(List<CampaignEvent> events, List<String> unreadable) {
        public Content {
            events = List.copyOf(events);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Adds a line and forces it to the disk. A torn one before it stays as it is, on a line of its own. */
    public void add(CampaignEvent event) {
        var line = Json.line(event) + "\n";
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            var bytes =
                    ByteBuffer.wrap((endsInLine(channel, end) ? line : "\n" + line).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += channel.write(bytes, end);
            }
            channel.force(true);
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be added to", failure);
        }
    }

    private static boolean endsInLine(FileChannel channel, long size) throws IOException {
        var last = ByteBuffer.allocate(1);
        return size == 0 || (channel.read(last, size - 1) == 1 && last.get(0) == '\n');
    }

    /** Everything in the order it was written; nothing where there is no file. */
    public Content read() {
        List<CampaignEvent> events = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        int number = 0;
        for (var line : lines()) {
            number++;
            if (!line.isBlank()) {
                read(line, number, events, unreadable);
            }
        }
        return new Content(events, unreadable);
    }

    /** Bytes that are no UTF-8, as a torn letter leaves them, spoil their own line only. */
    private List<String> lines() {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException failure) {
            throw new StoreException(file + ": cannot be read", failure);
        }
    }

    private void read(String line, int number, List<CampaignEvent> events, List<String> unreadable) {
        try {
            events.add(Json.parse(line, CampaignEvent.class));
        } catch (IllegalArgumentException unfit) {
            unreadable.add(file.getFileName() + " line " + number + ": cannot be read, " + line.length()
                    + " letters from \"" + line.substring(0, Math.min(40, line.length())) + "\"");
        }
    }
}
