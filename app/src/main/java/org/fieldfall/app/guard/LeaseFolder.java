package org.fieldfall.app.guard;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one folder where everybody on a machine says which rigs are held. Like the system's temp folder it is anybody's to
 * write to and nobody's to clear (mode 1777), and so are the small files in it (0666). Nothing in it is believed to be what
 * its name says: links are not followed, and what is no plain file of one name is refused.
 */
record LeaseFolder(Path path) {

    private static final int ANYBODYS_FOLDER = 01777;
    private static final int ANYBODYS_FILE = 0666;
    private static final int STICKY = 01000;
    private static final int MOST_BYTES = 16_384;

    /** Makes it where it is not there, in spite of any umask. */
    void make() {
        try {
            try {
                Files.createDirectory(path);
                Files.setAttribute(path, "unix:mode", ANYBODYS_FOLDER, NOFOLLOW_LINKS);
            } catch (FileAlreadyExistsException there) {
                refuseStrange();
            }
        } catch (IOException | UnsupportedOperationException failed) {
            throw new GuardException("lease folder " + path + " cannot be made: " + failed, failed);
        }
    }

    private void refuseStrange() throws IOException {
        if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
            throw new GuardException("lease folder " + path + ": something is there that is no folder");
        }
        boolean isSticky = ((Integer) Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS) & STICKY) != 0;
        boolean isOurs = Files.isWritable(path);
        if (!isOurs || (!isSticky && !isOwn())) {
            throw new GuardException("lease folder " + path + ": it must be writable for all and sticky (mode 1777); "
                    + "its owner can set that, or remove it");
        }
    }

    private boolean isOwn() throws IOException {
        return Files.getOwner(path, NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Names of the files that end so. */
    List<String> names(String ending) {
        if (!Files.isDirectory(path, NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new GuardException("lease folder " + path + " cannot be read: " + failed, failed);
        }
    }

    /** Opens a file for reading and writing, made where it is not there; empty if it vanished or changed meanwhile. */
    Optional<FileChannel> open(String name) throws IOException {
        Path file = file(name);
        try {
            return Optional.of(plain(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, NOFOLLOW_LINKS)));
        } catch (NoSuchFileException none) {
            return created(file);
        }
    }

    // Not with CREATE: in a sticky folder the kernel refuses it on the file of another user.
    private static Optional<FileChannel> created(Path file) throws IOException {
        try {
            var channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:mode", ANYBODYS_FILE, NOFOLLOW_LINKS);
            return Optional.of(channel);
        } catch (FileAlreadyExistsException | NoSuchFileException meanwhile) {
            return Optional.empty();
        }
    }

    private static FileChannel plain(Path file, Set<? extends java.nio.file.OpenOption> how) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS)
                        .isRegularFile()
                || (Integer) Files.getAttribute(file, "unix:nlink", NOFOLLOW_LINKS) != 1) {
            throw new IOException(file + " is no plain file");
        }
        return FileChannel.open(file, how);
    }

    /** What identifies the file behind a name; empty where there is none. Opens nothing. */
    Optional<Object> key(String name) {
        try {
            return Optional.ofNullable(Files.readAttributes(file(name), BasicFileAttributes.class, NOFOLLOW_LINKS)
                    .fileKey());
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** The text of a file; empty where there is none or it has none. */
    Optional<String> text(String name) {
        try (var channel = plain(file(name), Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS))) {
            return text(channel);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<String> text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(MOST_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {}
        var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        return Optional.of(text).filter(words -> !words.isEmpty());
    }

    /** Puts a text in place of the one that is there. */
    static void write(FileChannel channel, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long at = 0;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.truncate(at);
    }

    /** Puts a text into a file that nobody locks. */
    void write(String name, String text) {
        make();
        try {
            var opened = open(name);
            if (opened.isEmpty()) {
                opened = open(name);
            }
            try (var channel = opened.orElseThrow(() -> new IOException("it comes and goes"))) {
                write(channel, text);
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new GuardException(file(name) + " cannot be written: " + failed, failed);
        }
    }

    /** Removes a file; one of another user is emptied, which counts as removed. */
    void clear(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException ofAnother) {
            write(name, "");
        }
    }
}
