package org.fieldfall.app.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The sign that a process performs a campaign: a locked file in its folder, which one process can hold. The system lets go of
 * it when the process ends, however that happens.
 */
public final class CampaignLock implements AutoCloseable {

    private final FileChannel file;

    private CampaignLock(FileChannel file) {
        this.file = file;
    }

    /** Empty where another one holds it. */
    public static Optional<CampaignLock> take(CampaignFolder folder) {
        try {
            var file = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (file.tryLock() != null) {
                    return Optional.of(new CampaignLock(file));
                }
            } catch (OverlappingFileLockException byThisProcess) {
                // Held all the same.
            }
            file.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new StoreException(folder.lock() + ": cannot be locked", failure);
        }
    }

    /** Whether a process performs the campaign at this moment. */
    public static boolean isHeld(CampaignFolder folder) {
        try (var file = FileChannel.open(folder.lock(), StandardOpenOption.READ);
                var lock = file.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new StoreException("a campaign's lock: cannot be let go", failure);
        }
    }
}
