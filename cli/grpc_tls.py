"""
The gRPC server's certificate, its key, and who may sign its clients': read and checked at start.

    --grpc-tls-cert, --grpc-tls-key, --grpc-tls-client-ca --> GrpcTls, or what is wrong with them

gRPC itself would take files that do not fit together and then fail every handshake in silence.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.files import PEM_FILE_BYTES_MAX, read_bounded
from rpc.grpc.config import GrpcTls

CURVES: Final = ("secp256r1", "secp384r1")  # that gRPC speaks


def load_grpc_tls(config: NodeConfig) -> GrpcTls | None:
    """Return what the settings name, None for plain text; raises CommandFailed."""
    cert, key, authority = (
        config.home / name if name else None
        for name in (config.grpc_tls_cert, config.grpc_tls_key, config.grpc_tls_client_ca)
    )
    if cert is None and key is None and authority is None:
        return None
    if cert is None or key is None:
        there = "--grpc-tls-cert" if cert else "--grpc-tls-key" if key else "--grpc-tls-client-ca"
        raise CommandFailed(
            f"gRPC over TLS takes --grpc-tls-cert and --grpc-tls-key, found {there} without them: "
            "give both, or neither for plain text"
        )
    chain, secret = read_bounded(cert, PEM_FILE_BYTES_MAX), read_bounded(key, PEM_FILE_BYTES_MAX)
    _check_pair(cert, _certificates(cert, chain)[0], key, secret)
    return GrpcTls(chain, secret, None if authority is None else _authorities(authority))


def _authorities(path: Path) -> bytes:
    """Read a bundle; one of its certificates at least must be good now."""
    content = read_bounded(path, PEM_FILE_BYTES_MAX)
    wrong = [_untimely(found) for found in _certificates(path, content)]
    if None not in wrong:
        raise CommandFailed(f"{path}: no certificate in it is good now: {wrong[0]}: renew it")
    return content


def _certificates(path: Path, content: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(content)
    except ValueError as cause:
        raise CommandFailed(f"{path}: a certificate in PEM expected: {cause}") from cause


def _check_pair(path: Path, certificate: x509.Certificate, key: Path, secret: bytes) -> None:
    """Refuse a key that is not the certificate's, or a pair that gRPC does not speak."""
    try:
        found = serialization.load_pem_private_key(secret, password=None)
    except TypeError as cause:
        raise CommandFailed(f"{key}: a key without a password expected: decrypt it") from cause
    except (ValueError, UnsupportedAlgorithm) as cause:
        raise CommandFailed(f"{key}: a private key in PEM expected, found none") from cause
    if isinstance(found, ec.EllipticCurvePrivateKey):
        is_spoken = found.curve.name in CURVES
    else:
        is_spoken = isinstance(found, rsa.RSAPrivateKey)
    if not is_spoken:
        raise CommandFailed(f"{key}: an RSA, P-256 or P-384 key expected: gRPC speaks no other")
    if found.public_key() != certificate.public_key():
        raise CommandFailed(
            f"{key} is not the key of {path}: the node's own certificate must be the first there"
        )
    if wrong := _untimely(certificate):
        raise CommandFailed(f"{path}: {wrong}: renew it, or set this machine's clock")


def _untimely(certificate: x509.Certificate) -> str | None:
    """Say why a certificate is not good now."""
    now = datetime.now(UTC)
    if now < certificate.not_valid_before_utc:
        return f"the certificate is good from {certificate.not_valid_before_utc:%Y-%m-%d %H:%M} UTC"
    if now > certificate.not_valid_after_utc:
        return f"the certificate ended at {certificate.not_valid_after_utc:%Y-%m-%d %H:%M} UTC"
    return None
