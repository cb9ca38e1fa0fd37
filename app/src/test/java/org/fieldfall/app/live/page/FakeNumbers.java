package org.fieldfall.app.live.page;

record FakeNumbers() implements Numbers {

    @Override
    public String text() {
        return "a_number 1.0\n";
    }

    @Override
    public String contentType() {
        return "text/plain";
    }
}
