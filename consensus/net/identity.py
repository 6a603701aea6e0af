"""
Who a node is: a secp256k1 key, and a TLS certificate that says so.

    NodeKey --signs the TLS key's SPKI--> extension of a self-signed P-256 certificate
    DER --check_certificate--> PeerId, because only that key could sign this TLS key

gRPC serves no secp256k1 certificates, so the TLS key is another, made anew at each start, and
the identity key vouches for it in an extension of 98 bytes: the compressed public key (33) and a
signature (65) over Keccak(domain, SubjectPublicKeyInfo). TLS proves that the other side has the
TLS key. Nobody signs for others and nothing expires: a name is checked, or pinned, by itself.
"""

import datetime
import warnings
from dataclasses import dataclass
from typing import Final

import coincurve
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from eth_hash.auto import keccak

from chain.certificates import (
    SIGNATURE_BYTES,
    SignatureRefused,
    address_of,
    recover_signer,
    sign_digest,
)
from chain.errors import Invalid
from chain.types.primitives import Hash32
from consensus.net.transport import PeerId

CERTIFICATE_DOMAIN: Final = b"kumiai/tls/1".ljust(32, b"\x00")
# An OID under the arc of UUIDs (X.667), which anyone may make.
EXTENSION_OID: Final = x509.ObjectIdentifier("2.25.254180143837961104936041387128436581747")
CERTIFICATE_BYTES_MAX: Final = 2_048  # one encoded certificate; ours has about 500
PUBLIC_KEY_BYTES: Final = 33  # compressed
NOT_BEFORE: Final = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
NOT_AFTER: Final = datetime.datetime(9999, 12, 31, 23, 59, 59, tzinfo=datetime.UTC)  # never
# What the library raises for bytes that are no certificate, or one it cannot read.
CERTIFICATE_ERRORS: Final = (
    ValueError,
    TypeError,
    UnsupportedAlgorithm,
    Warning,
    x509.ExtensionNotFound,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
)


class IdentityRefused(Invalid):
    """A certificate or a signature that does not prove an identity, or proves another."""


@dataclass(frozen=True, slots=True)
class TlsCertificate:
    """What a node serves: its certificate, and the private key of it, for one run."""

    certificate_pem: bytes
    private_key_pem: bytes
    certificate_der: bytes


class NodeKey:
    """A node's identity key: 32 secret bytes of secp256k1."""

    def __init__(self, secret: bytes) -> None:
        self._key = coincurve.PrivateKey(secret)

    @property
    def identity(self) -> PeerId:
        """The address of the key, as peers know it."""
        return identity_of(self.public_key)

    @property
    def public_key(self) -> bytes:
        """Compressed public key, 33 bytes."""
        return bytes(self._key.public_key.format(compressed=True))

    def sign(self, digest: Hash32) -> bytes:
        """Sign 32 bytes, which must be of a domain of their own."""
        return sign_digest(digest, self._key)

    def certificate(self) -> TlsCertificate:
        """Make a TLS key and a certificate that binds it to this identity."""
        tls_key = ec.generate_private_key(ec.SECP256R1())
        spki = tls_key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        proof = self.public_key + self.sign(_spki_digest(spki))
        host = tls_name_of(self.identity)
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(tls_key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(NOT_BEFORE)
            .not_valid_after(NOT_AFTER)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
            .add_extension(x509.UnrecognizedExtension(EXTENSION_OID, proof), critical=False)
            .sign(tls_key, hashes.SHA256())
        )
        secret = tls_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return TlsCertificate(
            made.public_bytes(Encoding.PEM), secret, made.public_bytes(Encoding.DER)
        )


def identity_of(public_key: bytes) -> PeerId:
    """Identity of a compressed public key. Raises IdentityRefused for bytes that are none."""
    if len(public_key) != PUBLIC_KEY_BYTES:
        raise IdentityRefused(
            f"expected a public key of {PUBLIC_KEY_BYTES} bytes, found {len(public_key)}"
        )
    try:
        return PeerId(f"0x{address_of(coincurve.PublicKey(public_key)).hex()}")
    except ValueError as error:
        raise IdentityRefused(f"expected a public key of secp256k1: {error}") from error


def tls_name_of(identity: PeerId) -> str:
    """The host name that a node's certificate is made out to."""
    return f"{identity[2:]}.kumiai"


def check_signature(digest: Hash32, public_key: bytes, signature: bytes) -> PeerId:
    """Identity of the public key that signed a digest. Raises IdentityRefused."""
    identity = identity_of(public_key)
    try:
        signer = PeerId(f"0x{recover_signer(digest, signature).hex()}")
    except SignatureRefused as error:
        raise IdentityRefused(str(error)) from error
    if signer != identity:
        raise IdentityRefused(f"expected a signature by {identity}, found one by {signer}")
    return identity


def check_certificate(der: bytes, expected: PeerId | None = None) -> PeerId:
    """
    Identity that a certificate proves.

    Raises IdentityRefused when it proves none, or another than the one expected.
    """
    if len(der) > CERTIFICATE_BYTES_MAX:
        raise IdentityRefused(
            f"expected a certificate of at most {CERTIFICATE_BYTES_MAX} bytes, found {len(der)}"
        )
    spki, proof = _spki_and_proof(der)
    if len(proof) != PUBLIC_KEY_BYTES + SIGNATURE_BYTES:
        raise IdentityRefused(
            f"expected a proof of {PUBLIC_KEY_BYTES + SIGNATURE_BYTES} bytes, found {len(proof)}"
        )
    public_key, signature = proof[:PUBLIC_KEY_BYTES], proof[PUBLIC_KEY_BYTES:]
    identity = check_signature(_spki_digest(spki), public_key, signature)
    if expected is not None and identity != expected:
        raise IdentityRefused(f"expected peer {expected}, found {identity}")
    return identity


def pem_of(der: bytes) -> bytes:
    """A certificate that was checked, as gRPC takes it."""
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)


def fingerprint_of(der: bytes) -> Hash32:
    """Keccak of a certificate: what a proof on its stream is bound to."""
    return Hash32(keccak(der))


def _spki_and_proof(der: bytes) -> tuple[bytes, bytes]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what is read only for now is refused at once
            certificate = x509.load_der_x509_certificate(der)
        key = certificate.public_key()
        extension = certificate.extensions.get_extension_for_oid(EXTENSION_OID)
    except CERTIFICATE_ERRORS as error:
        raise IdentityRefused(f"expected a certificate with our extension: {error}") from error
    proof = extension.value
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise IdentityRefused("expected a TLS key of P-256, found another kind")
    if not isinstance(proof, x509.UnrecognizedExtension):
        raise IdentityRefused("expected a proof of identity, found another extension")
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), proof.value


def _spki_digest(spki: bytes) -> Hash32:
    return Hash32(keccak(CERTIFICATE_DOMAIN + spki))
