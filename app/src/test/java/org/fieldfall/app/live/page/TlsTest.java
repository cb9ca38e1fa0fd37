package org.fieldfall.app.live.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fieldfall.app.config.Configs;
import org.fieldfall.app.config.InvalidConfigException;
import org.fieldfall.app.config.PageConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void servesByTlsWithTheKeysOfAFile() throws Exception {
        keys();
        Path file = write("""
                schema: fieldfall/page/1
                names: localhost, cryo.lab.example
                key-store: { file: page.p12, password-file: page.password }
                """);
        PageConfig settings = Configs.of(folder, Optional.empty()).page(file.toString());

        try (PageServer server = PageServer.open(settings, new FakeRuns(), new NoStarter(), new FakeNumbers())) {
            String token = server.operatorLink().substring(server.operatorLink().indexOf('=') + 1);
            HttpResponse<String> answer = client().send(
                            HttpRequest.newBuilder(URI.create(server.address() + "sign-in"))
                                    .header(Gate.OWN_HEADER, "1")
                                    .header("Origin", server.address().replaceFirst("/$", ""))
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"token\":\"" + token + "\",\"name\":\"Anna\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(server.address()).startsWith("https://localhost:");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Secure");
        }
    }

    @Test
    void refusesToListenToOthersWithoutKeys() throws IOException {
        Path file = write("""
                schema: fieldfall/page/1
                listen: 0.0.0.0
                port: 8443
                """);

        assertThatThrownBy(() -> Configs.of(folder, Optional.empty()).page(file.toString()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("key-store");
        assertThatThrownBy(() -> new PageConfig("192.168.7.20", 0, List.of(), Optional.empty()))
                .hasMessageContaining("key store");
    }

    @Test
    void namesAllThatIsWrongInAFile() throws IOException {
        Path file = write("""
                schema: fieldfall/page/1
                port: 70000
                nmes: a
                key-store: { file: none.p12, password-file: none }
                """);

        assertThatThrownBy(() -> Configs.of(folder, Optional.empty()).page(file.toString()))
                .hasMessageContaining("65535")
                .hasMessageContaining("nmes")
                .hasMessageContaining("none.p12")
                .hasMessageContaining("password");
    }

    @Test
    void triesThePasswordBeforeABrowserDoes() throws Exception {
        keys();
        Files.writeString(folder.resolve("page.password"), "another one\n");
        Path file = write("""
                schema: fieldfall/page/1
                listen: 0.0.0.0
                names: a b
                key-store: { file: page.p12, password-file: page.password }
                """);

        assertThatThrownBy(() -> Configs.of(folder, Optional.empty()).page(file.toString()))
                .hasMessageContaining("which the password opens")
                .hasMessageContaining("names of this machine");
        write("schema: fieldfall/page/1\nlisten: 0.0.0.0\n");
        assertThatThrownBy(() -> Configs.of(folder, Optional.empty()).page(file.toString()))
                .hasMessageContaining("names beside it");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("page.yaml"), text);
    }

    private void keys() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("page.password"), "only-for-this-test\n");
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "page",
                        "-keyalg",
                        "EC",
                        "-keystore",
                        folder.resolve("page.p12").toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "only-for-this-test",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    private HttpClient client() throws Exception {
        KeyStore store = KeyStore.getInstance(folder.resolve("page.p12").toFile(), "only-for-this-test".toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("page", store.getCertificate("page"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
