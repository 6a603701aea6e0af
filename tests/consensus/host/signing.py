"""Keys, sockets and certificates for tests of signers in other processes."""

import datetime
import ipaddress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from consensus.host.signer import FileSigner
from consensus.host.signer_server import TlsFiles
from tests.consensus.stage import CHAIN_ID, KEYS

YEAR = datetime.timedelta(days=365)


def file_signer(directory: Path, who: int = 0) -> FileSigner:
    """The signer of one of the keys, with its memory in a directory."""
    path, secret = directory / "sign_state.json", KEYS[who].secret
    if not path.exists():
        FileSigner.create(secret, path, CHAIN_ID).close()
    return FileSigner(secret, path, CHAIN_ID)


def socket_of(directory: Path) -> str:
    """Target of a unix socket."""
    return f"unix:{directory / 'signer.sock'}"


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: tuple[str, ec.EllipticCurvePrivateKey],
    authority: bool,
) -> x509.Certificate:
    def named(text: str) -> x509.Name:
        return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])

    now = datetime.datetime.now(datetime.UTC)
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    return (
        x509.CertificateBuilder()
        .subject_name(named(name))
        .issuer_name(named(issuer[0]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - YEAR)
        .not_valid_after(now + YEAR)
        .add_extension(x509.BasicConstraints(authority, None), critical=True)
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .sign(issuer[1], hashes.SHA256())
    )


def tls_pair(directory: Path, name: str = "authority") -> tuple[TlsFiles, TlsFiles]:
    """Certificates of a server and a client, by one new authority."""
    directory.mkdir(parents=True, exist_ok=True)
    authority_key = ec.generate_private_key(ec.SECP256R1())
    authority = directory / "authority.pem"
    root = _certificate(name, authority_key, (name, authority_key), True)
    authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    files = []
    for who in ("server", "client"):
        key = ec.generate_private_key(ec.SECP256R1())
        made = TlsFiles(directory / f"{who}.pem", directory / f"{who}.key", authority)
        leaf = _certificate(who, key, (name, authority_key), False)
        made.certificate.write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
        made.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        files.append(made)
    return files[0], files[1]
