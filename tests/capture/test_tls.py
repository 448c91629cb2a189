"""What is wrong with a certificate is told apart, directly and through a proxy's tunnel."""

from __future__ import annotations

import datetime as dt
import ssl
from dataclasses import replace

import pytest
import trustme
from fault_server import FaultServer, sending
from warcio.archiveiterator import ArchiveIterator

from factcheck.capture import Archive, capture_all
from factcheck.errors import UsageError
from factcheck.model import Capture, CaptureFailure, UncheckedReason

PAST = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)


def tls_server(serving, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    server = FaultServer(tls=context)
    serving.start(server)
    server.html("/page")
    return server


def certificates(authority):
    return {
        "good": (authority.issue_cert("127.0.0.1", "page.example"), None),
        "expired": (
            authority.issue_cert("127.0.0.1", "page.example", not_before=PAST, not_after=PAST + dt.timedelta(days=90)),
            "tls_expired",
        ),
        "wrong host": (authority.issue_cert("other.example", "10.9.8.7"), "tls_wrong_host"),
        "unknown issuer": (trustme.CA().issue_cert("127.0.0.1", "page.example"), "tls_unknown_issuer"),
        "self-signed": (SelfSigned(), "tls_self_signed"),
        "not yet": (
            authority.issue_cert(
                "127.0.0.1",
                "page.example",
                not_before=dt.datetime.now(dt.UTC) + dt.timedelta(days=3),
                not_after=dt.datetime.now(dt.UTC) + dt.timedelta(days=9),
            ),
            "tls_not_yet_valid",
        ),
    }


class SelfSigned:
    """A certificate that nobody but itself vouches for."""

    def configure_cert(self, context):
        import tempfile
        from pathlib import Path

        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.x509.oid import NameOID

        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "page.example")])
        now = dt.datetime.now(dt.UTC)
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(7)
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=9))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("page.example")]), critical=False)
            .sign(key, hashes.SHA256())
        )
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "self.pem"
            private = key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
            context.load_cert_chain(path)


@pytest.mark.parametrize("name", ["good", "expired", "wrong host", "unknown issuer", "self-signed", "not yet"])
@pytest.mark.parametrize("way", ["direct", "proxy"])
def test_a_certificate_is_judged(name, way, authority, trusted, serving, settings, request):
    certificate, signal = certificates(authority)[name]
    server = tls_server(serving, certificate)
    url = f"{server.url}/page"
    if way == "proxy":
        request.getfixturevalue("proxy").names["page.example:443"] = server.port
        url = "https://page.example/page"
    outcome = capture_all([url], settings)[url]
    if signal is None:
        assert isinstance(outcome, Capture)
        with Archive(settings) as archive:
            assert b"42 words" in archive.read_payload(outcome)
    else:
        assert isinstance(outcome, CaptureFailure)
        assert (outcome.reason, outcome.signal, outcome.dead) == (UncheckedReason.TLS_ERROR, signal, False)
        assert server.asked == []


class PlainServer(FaultServer):
    async def handle(self, reader, writer):
        await reader.read(100)
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()


def test_a_host_that_does_not_speak_tls_is_a_tls_error(serving, settings):
    server = PlainServer()
    serving.start(server)
    url = f"https://127.0.0.1:{server.port}/page"
    outcome = capture_all([url], settings)[url]
    assert (outcome.reason, outcome.signal) == (UncheckedReason.TLS_ERROR, "tls_failed")


def test_plain_http_to_a_tls_port_is_no_page(authority, trusted, serving, settings):
    server = tls_server(serving, authority.issue_cert("127.0.0.1"))
    url = f"http://127.0.0.1:{server.port}/page"
    outcome = capture_all([url], replace(settings, attempts=1))[url]
    assert isinstance(outcome, CaptureFailure)
    assert outcome.reason is UncheckedReason.CONNECTION_ERROR


def test_the_archive_names_the_protocol_and_the_certificate(authority, trusted, serving, settings):
    server = tls_server(serving, authority.issue_cert("127.0.0.1"))
    capture_all([f"{server.url}/page"], settings)
    (path,) = settings.archive_dir.iterdir()
    with path.open("rb") as file:
        heads = [record.rec_headers for record in ArchiveIterator(file) if record.rec_type == "response"]
    assert [value for name, value in heads[-1].headers if name == "WARC-Protocol"] == ["http/1.1", "tls/1.3"]
    assert heads[-1].get_header("Factcheck-Certificate-Digest").startswith("sha256:")
    assert heads[-1].get_header("WARC-IP-Address") == "127.0.0.1"


def test_a_body_is_whole_over_tls_in_many_pieces(authority, trusted, serving, settings):
    server = tls_server(serving, authority.issue_cert("127.0.0.1"))
    url = server.html("/large", bytes(range(256)) * 8000)
    capture = capture_all([url], settings)[url]
    with Archive(settings) as archive:
        assert archive.read_payload(capture) == bytes(range(256)) * 8000


def test_a_tls_body_that_breaks_off_is_truncated(authority, trusted, serving, settings):
    server = tls_server(serving, authority.issue_cert("127.0.0.1"))
    server.pages["/cut"] = sending(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nabc")
    url = f"{server.url}/cut"
    outcome = capture_all([url], replace(settings, attempts=1))[url]
    assert (outcome.reason, outcome.signal) == (UncheckedReason.CONNECTION_ERROR, "truncated")


def test_certificates_that_cannot_be_read_are_the_user_s_affair(settings, tmp_path, monkeypatch, server):
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(UsageError, match="SSL_CERT_FILE"):
        capture_all([server.url], settings)
