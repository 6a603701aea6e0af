"""The files of gRPC over TLS."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.grpc_tls import load_grpc_tls
from rpc.grpc.config import GrpcTls
from tests.authority import DAY, make

ROOT = make("authority")
NODE = make("node", ROOT)


@pytest.fixture
def config(tmp_path: Path) -> NodeConfig:
    """A home whose files fit together."""
    (tmp_path / "cert.pem").write_bytes(NODE.pem + ROOT.pem)
    (tmp_path / "key.pem").write_bytes(NODE.key_pem)
    (tmp_path / "ca.pem").write_bytes(ROOT.pem)
    return NodeConfig(
        tmp_path,
        grpc_tls_cert="cert.pem",
        grpc_tls_key=str(tmp_path / "key.pem"),
        grpc_tls_client_ca="ca.pem",
    )


def test_files_are_read_from_the_home_or_by_their_whole_path(config: NodeConfig) -> None:
    """Settings name them as the operator likes; none named is plain text."""
    whole = GrpcTls(NODE.pem + ROOT.pem, NODE.key_pem, ROOT.pem)
    assert whole == load_grpc_tls(config)
    one_way = replace(config, grpc_tls_client_ca="")
    assert GrpcTls(NODE.pem + ROOT.pem, NODE.key_pem) == load_grpc_tls(one_way)
    assert load_grpc_tls(NodeConfig(config.home)) is None


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"grpc_tls_key": ""}, "found --grpc-tls-cert without them"),
        ({"grpc_tls_cert": ""}, "found --grpc-tls-key without them"),
        ({"grpc_tls_cert": "", "grpc_tls_key": ""}, "found --grpc-tls-client-ca without them"),
        ({"grpc_tls_cert": "no.pem"}, "no.pem"),
        ({"grpc_tls_cert": "key.pem"}, "key.pem: a certificate in PEM expected"),
        ({"grpc_tls_key": "cert.pem"}, "cert.pem: a private key in PEM expected"),
        ({"grpc_tls_client_ca": "key.pem"}, "key.pem: a certificate in PEM expected"),
        ({"grpc_tls_cert": "ca.pem"}, "key.pem is not the key of .*ca.pem"),
    ],
)
def test_settings_that_do_not_fit_are_refused(
    config: NodeConfig, fields: dict[str, Any], text: str
) -> None:
    """The error names the file and says what is expected there."""
    with pytest.raises(CommandFailed, match=text):
        load_grpc_tls(replace(config, **fields))


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("cert.pem", make("old", end=-DAY / 2).pem, "key.pem is not the key of"),
        ("key.pem", b"x" * 300_000, "key.pem"),
        ("key.pem", NODE.locked(serialization.BestAvailableEncryption(b"x")), "without a password"),
        ("key.pem", make("n", key=ec.generate_private_key(ec.SECP256K1())).key_pem, "P-256"),
        ("key.pem", make("n", key=ed25519.Ed25519PrivateKey.generate()).key_pem, "P-256"),
        ("ca.pem", make("ca", end=-DAY / 2).pem, "no certificate in it is good now: .* ended at"),
        ("ca.pem", b"", "ca.pem: a certificate in PEM expected"),
    ],
)
def test_files_that_serve_nobody_are_refused(
    config: NodeConfig, name: str, content: bytes, text: str
) -> None:
    """At start, and not by handshakes that fail in silence."""
    (config.home / name).write_bytes(content)
    with pytest.raises(CommandFailed, match=text):
        load_grpc_tls(config)


@pytest.mark.parametrize(
    ("start", "end", "text"), [(-2 * DAY, -DAY, "ended at"), (DAY, 2 * DAY, "is good from")]
)
def test_a_certificate_out_of_its_time_is_refused(
    config: NodeConfig, start: Any, end: Any, text: str
) -> None:
    """Expired, or not begun."""
    late = make("late", key=NODE.key, start=start, end=end)
    (config.home / "cert.pem").write_bytes(late.pem)
    with pytest.raises(CommandFailed, match=f"cert.pem: the certificate {text}.*renew it"):
        load_grpc_tls(config)


def test_one_good_authority_of_a_bundle_suffices(config: NodeConfig) -> None:
    """Bundles keep the old one beside the new one for a while."""
    (config.home / "ca.pem").write_bytes(make("old", end=-DAY / 2).pem + ROOT.pem)
    found = load_grpc_tls(config)
    assert found is not None and found.client_authority is not None
