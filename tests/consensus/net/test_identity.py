"""Identity keys and the certificates that they vouch for."""

import contextlib
import datetime

import coincurve
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.certificates import address_of
from chain.errors import Invalid
from consensus.net.identity import (
    CERTIFICATE_BYTES_MAX,
    EXTENSION_OID,
    IdentityRefused,
    NodeKey,
    check_certificate,
    check_signature,
    identity_of,
    pem_of,
)
from tests.consensus.net.wires import key

CERTIFICATE = key(0).certificate()


def forged(proof: bytes | None, tls_key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) -> bytes:
    """Certificate of any TLS key with any extension."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    start = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(tls_key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=9_999))
    )
    if proof is not None:
        builder = builder.add_extension(
            x509.UnrecognizedExtension(EXTENSION_OID, proof), critical=False
        )
    return builder.sign(tls_key, hashes.SHA256()).public_bytes(Encoding.DER)


def proof_of(der: bytes) -> bytes:
    """Extension of a certificate."""
    extension = x509.load_der_x509_certificate(der).extensions.get_extension_for_oid(EXTENSION_OID)
    assert isinstance(extension.value, x509.UnrecognizedExtension)
    return extension.value.value


def test_a_certificate_proves_its_identity() -> None:
    """The identity is the Ethereum address of the key, and every certificate of it says so."""
    address = address_of(coincurve.PrivateKey(b"\x01" * 32).public_key)
    assert key(0).identity == f"0x{address.hex()}"
    for made in (CERTIFICATE, key(0).certificate()):
        assert check_certificate(made.certificate_der) == key(0).identity
        assert check_certificate(made.certificate_der, key(0).identity) == key(0).identity
        assert pem_of(made.certificate_der) == made.certificate_pem


def test_a_certificate_of_another_is_refused() -> None:
    """A pinned identity has to be the one that the certificate proves."""
    with pytest.raises(IdentityRefused, match=f"expected peer {key(1).identity}"):
        check_certificate(CERTIFICATE.certificate_der, key(1).identity)


def test_the_extension_of_another_is_worth_nothing() -> None:
    """A proof copied into a certificate with another TLS key does not prove it."""
    mine = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(IdentityRefused, match="expected a signature by"):
        check_certificate(forged(proof_of(CERTIFICATE.certificate_der), mine))


@pytest.mark.parametrize("proof", [None, b"", bytes(97), bytes(98), bytes(99)])
def test_certificates_without_a_proof_are_refused(proof: bytes | None) -> None:
    """No extension, or one that is no key and signature."""
    with pytest.raises(IdentityRefused):
        check_certificate(forged(proof, ec.generate_private_key(ec.SECP256R1())))


def test_certificates_that_break_rfc_5280_are_refused() -> None:
    """A serial number that is not positive is refused, not warned about."""
    der = CERTIFICATE.certificate_der
    length = der[14]
    assert der[13] == 0x02
    zero = der[:15] + bytes(length) + der[15 + length :]
    with pytest.raises(IdentityRefused):
        check_certificate(zero)


def test_other_tls_keys_are_refused() -> None:
    """P-256 only."""
    proof = proof_of(CERTIFICATE.certificate_der)
    for tls_key in (
        rsa.generate_private_key(65_537, 2_048),
        ec.generate_private_key(ec.SECP384R1()),
    ):
        with pytest.raises(IdentityRefused, match="P-256"):
            check_certificate(forged(proof, tls_key))


def test_long_certificates_are_not_even_read() -> None:
    """The limit comes before the parser."""
    with pytest.raises(IdentityRefused, match=str(CERTIFICATE_BYTES_MAX)):
        check_certificate(bytes(CERTIFICATE_BYTES_MAX + 1))


@settings(max_examples=300)
@given(data=st.data())
def test_no_changed_certificate_proves_anything_else(data: st.DataObject) -> None:
    """Bytes changed anywhere: refused, or still this very identity and key."""
    der = bytearray(CERTIFICATE.certificate_der)
    for _ in range(data.draw(st.integers(1, 3))):
        der[data.draw(st.integers(0, len(der) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Invalid):
        assert check_certificate(bytes(der)) == key(0).identity


@pytest.mark.parametrize("public_key", [b"", bytes(33), b"\x02" + b"\xff" * 32, bytes(65)])
def test_public_keys_that_are_none_are_refused(public_key: bytes) -> None:
    """Only 33 bytes on the curve have an identity."""
    with pytest.raises(IdentityRefused):
        identity_of(public_key)


def test_signatures_name_their_key() -> None:
    """A signature by another key, or none at all, is refused."""
    digest = key(0).identity.encode()[:32]
    good = key(0).sign(digest)  # type: ignore[arg-type]
    assert check_signature(digest, key(0).public_key, good) == key(0).identity  # type: ignore[arg-type]
    for wrong_key, wrong in ((key(1).public_key, good), (key(0).public_key, bytes(65))):
        with pytest.raises(IdentityRefused):
            check_signature(digest, wrong_key, wrong)  # type: ignore[arg-type]


def test_a_key_takes_exactly_a_secret() -> None:
    """A secret of the wrong size or zero is no key."""
    for secret in (bytes(32), b"\x01" * 33):
        with pytest.raises(ValueError, match="."):
            NodeKey(secret)
