package org.fieldfall.app.live.page;

/** Numbers about the server and what it shows, as a program reads them. Safe to share. */
public interface Numbers {

    String text();

    String contentType();
}
