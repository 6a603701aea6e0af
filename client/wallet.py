"""
A key that signs: given, read from the environment, or opened from a keystore file.

    Wallet(key)                     32 bytes, or "0x..." of them
    Wallet.from_keystore(path, p)   a keystore v3 file, as `kumiai keys` and geth write them
    Wallet.from_home(home, name, p) such a file by its name in a home's keyring

The key stays in memory and is in no representation, message or log.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from eth_account import Account
from eth_account.signers.local import LocalAccount
from eth_hash.auto import keccak
from eth_typing import Hash32

from client.errors import ArgumentInvalid

KEY_BYTES: Final = 32
KEYSTORE_BYTES_MAX: Final = 65_536  # a real one has about 500 bytes
SCRYPT_MEMORY_BYTES_MAX: Final = 2**30  # 1 GiB: 128 * n * r of a file from elsewhere
PBKDF2_ROUNDS_MAX: Final = 10_000_000
SALT_DOMAIN: Final = b"kumiai.client.salt\0"
KEYRING: Final = "keyring"
NAMES: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


class Wallet:
    """One account that can sign."""

    def __init__(self, key: bytes | str) -> None:
        self._account = _account_of(key)

    @classmethod
    def from_keystore(cls, path: Path | str, passphrase: str = "") -> "Wallet":
        """Open a keystore file; raises ArgumentInvalid where it is none or stays shut."""
        raw = Path(path).expanduser().read_bytes()
        if len(raw) > KEYSTORE_BYTES_MAX:
            raise ArgumentInvalid(f"{path}: a keystore of up to {KEYSTORE_BYTES_MAX:,} bytes")
        try:
            keystore = json.loads(raw)
            _check_work(keystore)
            return cls(bytes(Account.decrypt(keystore, passphrase)))
        except (ValueError, KeyError, TypeError, AttributeError) as cause:
            raise ArgumentInvalid(
                f"{path}: it is no keystore v3 file, or the passphrase does not open it"
            ) from cause

    @classmethod
    def from_home(cls, home: Path | str, name: str, passphrase: str = "") -> "Wallet":
        """Open a key of a home's keyring by its name; raises ArgumentInvalid."""
        path = Path(home).expanduser() / KEYRING / f"{name}.json"
        if not NAMES.fullmatch(name) or not path.exists():
            raise ArgumentInvalid(f"no key {name!r} in {path.parent}: see `kumiai keys list`")
        return cls.from_keystore(path, passphrase)

    @property
    def address(self) -> str:
        """The account, in EIP-55's mixed case."""
        return str(self._account.address)

    def sign_hash(self, digest: bytes) -> bytes:
        """Return 65 bytes over 32: r, s, then 27 or 28."""
        if len(digest) != KEY_BYTES:
            raise ArgumentInvalid(f"a hash of 32 bytes expected, found {len(digest)}")
        return bytes(self._account.unsafe_sign_hash(Hash32(digest)).signature)

    def sign_transaction(self, fields: Mapping[str, Any]) -> tuple[bytes, bytes]:
        """Return a transaction's raw bytes and its hash."""
        signed = self._account.sign_transaction(dict(fields))
        return bytes(signed.raw_transaction), bytes(signed.hash)

    def salt(self, purpose: str, *numbers: int) -> bytes:
        """
        Return 32 bytes that nobody without the key can know, the same each time.

        What hides a commitment comes from here, so that it can be opened after a crash.
        """
        words = b"".join(number.to_bytes(KEY_BYTES, "big") for number in numbers)
        return keccak(SALT_DOMAIN + purpose.encode() + b"\0" + bytes(self._account.key) + words)

    def __repr__(self) -> str:
        return f"Wallet({self.address})"


def _account_of(key: bytes | str) -> LocalAccount:
    """Never show the key, not even a wrong one."""
    try:
        raw = bytes.fromhex(key.removeprefix("0x")) if isinstance(key, str) else bytes(key)
        if len(raw) != KEY_BYTES:
            raise ValueError("length")
        found: LocalAccount = Account.from_key(raw)
        return found
    except Exception:  # noqa: BLE001  # whatever a library says of a key may hold the key
        raise ArgumentInvalid("a private key of 32 bytes expected, found something else") from None


def _check_work(keystore: Any) -> None:
    """Raise ValueError where opening a file would take all memory, or for ever."""
    crypto = keystore.get("crypto") or keystore["Crypto"]
    params = crypto["kdfparams"]
    memory = 128 * int(params.get("n", 0)) * int(params.get("r", 0))
    if memory > SCRYPT_MEMORY_BYTES_MAX or int(params.get("c", 0)) > PBKDF2_ROUNDS_MAX:
        raise ValueError("too much work")
