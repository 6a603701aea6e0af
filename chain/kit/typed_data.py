"""
EIP-712 typed data: what keys sign for modules, so that any wallet's code can.

    domain {name, version, chainId, verifyingContract} + record --Keccak--> digest --recover--> key

A type is named as the record is and its members as the ABI spells them, so a wallet shows what the
interface file says. The digest binds the chain and the module: a signature counts nowhere else.
"""

from dataclasses import dataclass
from typing import Any, Final

from eth_hash.auto import keccak

from chain.certificates import SignatureRefused, recover_signer
from chain.kit.abi import WORD, AbiType, BytesType, ListType, TupleType, abi_type
from chain.kit.memo import memo
from chain.kit.module import Module
from chain.kit.record import Refusal, camel
from chain.kit.signatures import WALLET_V, Signed, compacted, known_signer
from chain.types.primitives import Address, Gas, Hash32

RECOVERY_GAS: Final = Gas(3_000)  # of one signature, as the ECRECOVER precompile costs
TYPED_GAS: Final = Gas(500)  # of one typed digest: five hashes of a few words
WORD_GAS: Final = Gas(6)  # of each word that is hashed, as the KECCAK256 instruction costs
REASON_CHARACTERS_MAX: Final = 128  # of what is said about bytes that are no signature
DOMAIN_TYPE: Final = (
    b"EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
)


class SignatureWrong(Refusal):
    """The signature is not of the key that must have signed."""

    expected: Address
    reason: str


@dataclass(frozen=True)
class Domain:
    """Whose messages these are; chain and contract complete it."""

    name: str
    version: str = "1"

    def separator(self, chain_id: int, contract: Address) -> Hash32:
        """Return EIP-712's domainSeparator of a contract on a chain."""
        words = keccak(DOMAIN_TYPE) + keccak(self.name.encode()) + keccak(self.version.encode())
        chain = chain_id.to_bytes(WORD, "big")
        return Hash32(keccak(words + chain + contract.rjust(WORD, b"\0")))


def struct_hash(message: Any) -> bytes:
    """Return EIP-712's hashStruct of a record."""
    return _encoded(abi_type(type(message)), message)


def typed_digest(domain: Domain, message: Any, chain_id: int, contract: Address) -> Hash32:
    """Return what is signed for a record."""
    separator = domain.separator(chain_id, contract)
    return Hash32(keccak(b"\x19\x01" + separator + struct_hash(message)))


def digest_of(module: Module, domain: Domain, message: Any) -> Hash32:
    """Return what is signed for a record on a module's chain; charges for the hashing."""
    words = abi_type(type(message)).length_of(message) // WORD
    module.host.charge(Gas(TYPED_GAS + words * WORD_GAS))
    return typed_digest(domain, message, module.block.chain_id, module.address)


def signer_of(
    module: Module, domain: Domain, message: Any, signature: bytes, expected: Address
) -> Address:
    """Return who signed a record; raises SignatureWrong where the bytes are no signature."""
    module.host.charge(RECOVERY_GAS)
    digest, canonical = digest_of(module, domain, message), _with_parity(signature)
    known = known_signer(digest, canonical)
    if known is not None:
        return known
    try:
        return recover_signer(digest, canonical)
    except SignatureRefused as cause:
        raise SignatureWrong(expected, str(cause)[:REASON_CHARACTERS_MAX]) from cause


def signed_ahead(
    domain: Domain, message: Any, signature: bytes, chain_id: int, contract: Address
) -> list[Signed]:
    """Return what `check_signed` will ask, for a lookahead; nothing where it will refuse."""
    compact = compacted(_with_parity(signature))
    if compact is None:
        return []
    return [(typed_digest(domain, message, chain_id, contract), compact)]


def check_signed(
    module: Module, domain: Domain, message: Any, signature: bytes, key: Address
) -> None:
    """Raise SignatureWrong where a record is not signed by a key."""
    signer = signer_of(module, domain, message, signature, key)
    if signer != key:
        raise SignatureWrong(key, f"signed by 0x{signer.hex()}")


def _with_parity(signature: bytes) -> bytes:
    """Return a wallet's signature with its parity as 0 or 1."""
    if len(signature) and signature[-1] >= WALLET_V:
        return signature[:-1] + bytes([signature[-1] - WALLET_V])
    return signature


def _encoded(kind: AbiType, value: Any) -> bytes:
    """Return EIP-712's encodeData of one member: always one word."""
    if isinstance(kind, TupleType):
        members = (_encoded(k, getattr(value, name)) for name, k in kind.fields.items())
        return keccak(type_hash(kind.python) + b"".join(members))
    if isinstance(kind, ListType):
        return keccak(b"".join(_encoded(kind.element, item) for item in value))
    if isinstance(kind, BytesType):
        return keccak(value.encode() if isinstance(value, str) else value)
    return kind.encode(value)


@memo
def type_hash(record: type) -> bytes:
    """Return the hash of EIP-712's encodeType: the record's own text, then its parts' by name."""
    parts: dict[str, str] = {}
    _describe(abi_type(record), parts)
    first = parts.pop(record.__name__)
    return keccak((first + "".join(text for _, text in sorted(parts.items()))).encode())


def _describe(kind: AbiType, parts: dict[str, str]) -> str:
    """Return how a type is named, and note the text of every struct in it."""
    if isinstance(kind, ListType):
        return f"{_describe(kind.element, parts)}[]"
    if isinstance(kind, TupleType):
        name: str = kind.python.__name__
        members = (f"{_describe(k, parts)} {camel(n)}" for n, k in kind.fields.items())
        parts[name] = f"{name}({','.join(members)})"
        return name
    return kind.name
