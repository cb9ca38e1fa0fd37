package org.fieldfall.app.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What somebody shows to be let in: 128 random bits, made at each start; only the digest is kept. */
public final class Token {

    private static final int BYTES = 16;

    private final byte[] digest;

    public Token(String words) {
        digest = digest(words);
    }

    public static String random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** What may be kept of it, as a text. */
    public static String digestOf(String words) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(words));
    }

    public boolean fits(String words) {
        return MessageDigest.isEqual(digest, digest(words));
    }

    private static byte[] digest(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
