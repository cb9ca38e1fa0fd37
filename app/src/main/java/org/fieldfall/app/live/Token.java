package org.fieldfall.app.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What an operator shows: 128 random bits, made at each start; the bus keeps the digest alone. */
final class Token {

    private static final int BYTES = 16;

    private final byte[] digest;

    Token(String words) {
        digest = digest(words);
    }

    static String random() {
        byte[] bits = new byte[BYTES];
        new SecureRandom().nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    boolean fits(String words) {
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
