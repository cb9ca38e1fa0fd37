package org.fieldfall.app.live.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one may try to sign in: from one address {@value #OF_ONE} times at once and then every 6 s, all together {@value
 * #OF_ALL} times and then every second. Remembers {@value #MOST} addresses. Safe to share.
 */
final class Attempts {

    static final int OF_ONE = 10;
    static final int OF_ALL = 60;
    private static final int MOST = 1024;
    private static final double ONE_PER_SECOND = 1.0 / 6;
    private static final double ALL_PER_SECOND = 1;

    private final InstantSource clock;
    private final Bucket all;
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** So many at once, then so many a second. */
    private static final class Bucket {
        private final double most;
        private final double perSecond;
        private double left;
        private Instant seen;

        Bucket(double most, double perSecond, Instant now) {
            this.most = most;
            this.perSecond = perSecond;
            this.left = most;
            this.seen = now;
        }

        boolean has(Instant now) {
            fill(now);
            return left >= 1;
        }

        boolean take(Instant now) {
            boolean isLeft = has(now);
            left -= isLeft ? 1 : 0;
            return isLeft;
        }

        private void fill(Instant now) {
            double passed = Math.max(0, (now.toEpochMilli() - seen.toEpochMilli()) / 1000.0);
            left = Math.min(most, left + passed * perSecond);
            seen = now;
        }
    }

    Attempts(InstantSource clock) {
        this.clock = clock;
        this.all = new Bucket(OF_ALL, ALL_PER_SECOND, clock.instant());
    }

    /** Whether one more is allowed; one that is not leaves those of other addresses alone. */
    synchronized boolean allow(String address) {
        Instant now = clock.instant();
        Bucket own = byAddress.computeIfAbsent(address, none -> new Bucket(OF_ONE, ONE_PER_SECOND, now));
        return own.take(now) && all.take(now);
    }

    /** Whether {@link #allow} would; takes nothing. */
    synchronized boolean isLeft(String address) {
        Instant now = clock.instant();
        Bucket own = byAddress.get(address);
        return (own == null || own.has(now)) && all.has(now);
    }

    synchronized int remembered() {
        return byAddress.size();
    }
}
