"""Certificates for tests, made on the spot."""

import datetime
import ipaddress
from dataclasses import dataclass
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Pair:
    """A certificate and its key, as PEM and as objects."""

    certificate: x509.Certificate
    key: Any

    @property
    def pem(self) -> bytes:
        """The certificate."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    @property
    def key_pem(self) -> bytes:
        """The key, without a password."""
        return self.locked(serialization.NoEncryption())

    def locked(self, lock: Any) -> bytes:
        """The key under a lock."""
        form = serialization.PrivateFormat.PKCS8
        pem: bytes = self.key.private_bytes(serialization.Encoding.PEM, form, lock)
        return pem


def make(
    name: str,
    signer: Pair | None = None,
    *,
    key: Any = None,
    start: datetime.timedelta = -DAY,
    end: datetime.timedelta = DAY,
) -> Pair:
    """Return a certificate for 127.0.0.1, signed by another's key or by its own."""
    key = key or ec.generate_private_key(ec.SECP256R1())
    now = datetime.datetime.now(datetime.UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    address = x509.IPAddress(ipaddress.IPv4Address("127.0.0.1"))
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if signer is None else signer.certificate.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + start)
        .not_valid_after(now + end)
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=signer is None, path_length=None), critical=True)
    )
    issuer = key if signer is None else signer.key
    is_edwards = type(issuer).__name__.startswith(("Ed25519", "_Ed25519"))
    return Pair(builder.sign(issuer, None if is_edwards else hashes.SHA256()), key)
