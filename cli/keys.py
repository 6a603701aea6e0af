"""
A person's keys: HOME/keyring/<name>.json, one keystore v3 file each, as geth and wallets read them.

    mnemonic | private key | keystore file --> Keyring.add --> <name>.json (scrypt, mode 0600)
    <name>.json + passphrase --> Keyring.unlock --> the private key, in memory only

A key without a passphrase (a devnet's) has a light scrypt: there is nothing to protect. Secrets
come from prompts, standard input or the environment, never from the command line, which others can
read.
"""

import getpass
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson

from chain.codec import address_of
from chain.types.primitives import Address
from cli.errors import CommandFailed, UsageWrong
from cli.files import make_private, read_bounded, write_atomically

PASSPHRASE_VARIABLE: Final = "KUMIAI_PASSPHRASE"
KEYSTORE_BYTES_MAX: Final = 65_536  # 64 KiB; a real one has about 500 bytes
SECRET_BYTES_MAX: Final = 4_096  # of a mnemonic or key on standard input
SCRYPT_N_STANDARD: Final = 2**18  # geth's standard: about a second and 256 MiB
SCRYPT_N_LIGHT: Final = 2**12  # geth's light: some milliseconds and 4 MiB
SCRYPT_MEMORY_BYTES_MAX: Final = 2**30  # 1 GiB: 128 * n * r of a file from elsewhere
PBKDF2_ROUNDS_MAX: Final = 10_000_000  # of a file from elsewhere
MNEMONIC_PATH: Final = "m/44'/60'/0'/0/0"  # BIP-44, the first Ethereum account
MNEMONIC_WORDS: Final = 12
NAMES: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
NAME_FORM: Final = "1 to 64 of a-z, 0-9, '.', '_' and '-', starting with a letter or digit"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """A key as a list shows it, without opening it."""

    name: str
    address: Address
    path: Path


class WrongPassphrase(CommandFailed):
    """The passphrase does not open the key."""


class Keyring:
    """The keys of one home."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def list(self) -> list[KeyInfo]:
        """Return all keys by name."""
        return sorted(self._entries(), key=lambda info: _natural(info.name))

    def find(self, name_or_address: str) -> KeyInfo:
        """Return the key with this name or 0x-address; raises CommandFailed."""
        if name_or_address.lower().startswith("0x"):
            wanted = name_or_address.lower()
            for info in self._entries():
                if f"0x{info.address.hex()}" == wanted:
                    return info
        else:
            check_name(name_or_address)
            if self._path(name_or_address).exists():
                return self._info(self._path(name_or_address))
        raise CommandFailed(
            f"no key {name_or_address} in {self._directory}: see `kumiai keys list`, or make one "
            f"with `kumiai keys new NAME`"
        )

    def add(self, name: str, private_key: bytes, passphrase: str) -> KeyInfo:
        """Encrypt a key and keep it; refuses a name or an address that is there already."""
        check_name(name)
        path, address = self._path(name), address_of(private_key)
        if path.exists():
            raise CommandFailed(f"a key {name} exists: choose another name, or delete it first")
        for info in self._entries():
            if info.address == address:
                raise CommandFailed(f"this key is in the keyring already, as {info.name}")
        make_private(self._directory)
        content = json.dumps(encrypt(private_key, passphrase), indent=1) + "\n"
        write_atomically(path, content.encode(), mode=0o600)
        return KeyInfo(name, address, path)

    def unlock(self, name_or_address: str) -> bytes:
        """
        Return the private key, asking for the passphrase where one is needed.

        Tries an empty one first where that is quick, then the environment, then a prompt. Raises
        WrongPassphrase, CommandFailed.
        """
        info = self.find(name_or_address)
        keystore = read_keystore(info.path)
        if is_light(keystore):
            try:
                return decrypt(keystore, "", info.name)
            except WrongPassphrase:
                pass  # it has one: ask for it
        return decrypt(keystore, known_passphrase(info.name), info.name)

    def is_open(self, name_or_address: str) -> bool:
        """Whether the key has no passphrase, as a devnet's."""
        info = self.find(name_or_address)
        keystore = read_keystore(info.path)
        if not is_light(keystore):
            return False
        try:
            decrypt(keystore, "", info.name)
        except WrongPassphrase:
            return False
        return True

    def export(self, name: str) -> dict[str, Any]:
        """Return the encrypted keystore file's content."""
        return read_keystore(self.find(name).path)

    def delete(self, name: str) -> KeyInfo:
        """Remove a key for good."""
        info = self.find(name)
        info.path.unlink()
        return info

    def _path(self, name: str) -> Path:
        return self._directory / f"{name}.json"

    def _entries(self) -> Iterator[KeyInfo]:
        for path in sorted(self._directory.glob("*.json")):
            if NAMES.fullmatch(path.stem):
                yield self._info(path)

    def _info(self, path: Path) -> KeyInfo:
        text = str(read_keystore(path).get("address", "")).removeprefix("0x")
        try:
            address = Address(bytes.fromhex(text))
        except ValueError:
            address = Address(b"")
        if len(address) != 20:
            raise CommandFailed(f"{path}: a keystore file with its address expected; remove it")
        return KeyInfo(path.stem, address, path)


def check_name(name: str) -> None:
    """Raise UsageWrong where a name is not one a file may have."""
    if not NAMES.fullmatch(name):
        raise UsageWrong(f"key name: {NAME_FORM} expected, found {name[:48]!r}")


def encrypt(private_key: bytes, passphrase: str) -> dict[str, Any]:
    """Return a keystore v3 with scrypt: geth's standard, or its light one without passphrase."""
    from eth_account import Account  # takes most of a second to load: only where it is needed

    cost = SCRYPT_N_STANDARD if passphrase else SCRYPT_N_LIGHT
    keystore: dict[str, Any] = Account.encrypt(private_key, passphrase, "scrypt", cost)
    return {**keystore, "address": address_of(private_key).hex()}


def decrypt(keystore: dict[str, Any], passphrase: str, where: str) -> bytes:
    """Return the private key of a keystore v3; raises WrongPassphrase, CommandFailed."""
    from eth_account import Account

    _check_cost(keystore, where)
    try:
        private_key = bytes(Account.decrypt(keystore, passphrase))
    except (ValueError, TypeError, KeyError, NotImplementedError) as cause:
        if "MAC mismatch" in str(cause):
            raise WrongPassphrase(f"wrong passphrase for key {where}: try again") from cause
        raise CommandFailed(f"{where}: a keystore v3 file expected: {cause}") from cause
    declared = str(keystore.get("address", "")).lower().removeprefix("0x")
    if declared and declared != address_of(private_key).hex():
        raise CommandFailed(f"{where}: the file names address 0x{declared}, its key is another's")
    return private_key


def read_keystore(path: Path) -> dict[str, Any]:
    """Return a keystore file's content; raises CommandFailed where it is none."""
    return parse_keystore(read_bounded(path, KEYSTORE_BYTES_MAX), str(path))


def parse_keystore(raw: bytes, where: str) -> dict[str, Any]:
    """Return a keystore v3's content; raises CommandFailed where it is none."""
    try:
        content = orjson.loads(raw)
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise CommandFailed(f"{where}: a keystore v3 file (JSON) expected")
    lowered = {str(key).lower(): value for key, value in content.items()}
    if lowered.get("version") != 3 or not isinstance(lowered.get("crypto"), dict):
        raise CommandFailed(f"{where}: a keystore of version 3 expected")
    return lowered


def is_light(keystore: dict[str, Any]) -> bool:
    """Whether a passphrase is tried in milliseconds."""
    cost = _kdf(keystore).get("n")
    return isinstance(cost, int) and cost <= SCRYPT_N_LIGHT


def _kdf(keystore: dict[str, Any]) -> dict[str, Any]:
    found = keystore["crypto"].get("kdfparams")
    return found if isinstance(found, dict) else {}


def _check_cost(keystore: dict[str, Any], where: str) -> None:
    """Refuse a file whose derivation would take all memory or all day."""
    kdf = _kdf(keystore)
    numbers = [kdf.get(name, 1) for name in ("n", "r", "p", "c")]
    if not all(isinstance(value, int) and value > 0 for value in numbers):
        raise CommandFailed(f"{where}: key derivation with whole numbers expected")
    n, r, p, c = numbers
    if 128 * n * r > SCRYPT_MEMORY_BYTES_MAX or p > 64 or c > PBKDF2_ROUNDS_MAX:
        raise CommandFailed(f"{where}: its key derivation is too costly (n {n}, r {r}, p {p})")


def known_passphrase(name: str) -> str:
    """Return the passphrase of a key: from the environment, or asked for."""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CommandFailed(
            f"key {name} has a passphrase: set {PASSPHRASE_VARIABLE}, or run this in a terminal"
        )
    return getpass.getpass(f"Passphrase of key {name}: ")


def chosen_passphrase(name: str, *, none: bool = False) -> str:
    """Return the passphrase for a new key: none, from the environment, or asked for twice."""
    if none:
        return ""
    given = os.environ.get(PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise CommandFailed(
            f"a passphrase is needed for key {name}: set {PASSPHRASE_VARIABLE}, or give "
            "--no-passphrase for a key that protects nothing"
        )
    first = getpass.getpass(f"New passphrase for key {name}: ")
    if first != getpass.getpass("The same again: "):
        raise CommandFailed("the two passphrases differ: run the command again")
    return first


def read_secret(prompt: str) -> str:
    """Return a secret from standard input: without echo at a terminal, else its first line."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ").strip()
    return sys.stdin.readline(SECRET_BYTES_MAX).strip()


def new_mnemonic() -> tuple[str, bytes]:
    """Return fresh BIP-39 words and the key of their first account."""
    from eth_account import Account

    Account.enable_unaudited_hdwallet_features()
    account, words = Account.create_with_mnemonic(num_words=MNEMONIC_WORDS)
    return str(words), bytes(account.key)


def key_of_mnemonic(words: str, index: int = 0) -> bytes:
    """Return the key of a mnemonic's account; raises CommandFailed, never repeating the words."""
    from eth_account import Account
    from eth_utils.exceptions import ValidationError

    Account.enable_unaudited_hdwallet_features()
    path = MNEMONIC_PATH.removesuffix("0") + str(index)
    try:
        return bytes(Account.from_mnemonic(" ".join(words.split()), account_path=path).key)
    except (ValidationError, ValueError) as cause:
        raise CommandFailed("a BIP-39 mnemonic expected: 12 to 24 words, checksum right") from cause


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    """Order dev2 before dev10."""
    parts = re.findall(r"(\D*)(\d*)", name)
    return tuple((text, int(digits or 0)) for text, digits in parts)
