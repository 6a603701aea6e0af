"""
A search of all that a chain keeps for what its people kept to themselves.

    blocks, receipts (RPC) + state (kumiai export) --> one export, as text and as bytes --search-->
    nothing: no secret as it is, in hexadecimal, or hidden behind nothing but a hash
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from eth_hash.auto import keccak

from tests.e2e.devnet import kumiai
from tests.stories.stage import StoryChain

SECRET_BYTES_MIN: Final = 5  # a shorter one is found in any chain, by chance
WORD_BYTES: Final = 32
HEX: Final = re.compile(r"0x([0-9a-fA-F]+)")


class SecretFound(AssertionError):
    """Something that only its owner may know is on the chain, for everybody and for ever."""


def blocks_of(chain: StoryChain) -> str:
    """Return every block with its transactions, and their receipts with logs, as a node has it."""
    found = []
    for height in range(chain.height + 1):
        found.append(_ask(chain, "eth_getBlockByNumber", hex(height), True))
        found.append(_ask(chain, "eth_getBlockReceipts", hex(height)))
    return json.dumps(found, ensure_ascii=False)


def _ask(chain: StoryChain, method: str, *values: Any) -> Any:
    name: Any = method
    return chain.web3.provider.make_request(name, values)["result"]


def state_of(home: Path) -> str:
    """Return all accounts of a stopped node, with code and storage."""
    return kumiai("export", home=home)


def exported(blocks: str, state: str) -> tuple[bytes, ...]:
    """Return blocks and state as they were written down, and all the bytes that they spell."""
    data = json.loads(state)
    storage = (account.get("storage", {}) for account in data["accounts"].values())
    spelt = [*_spelt(blocks), *_spelt(state), *map(_words, storage)]
    return blocks.encode(), state.encode(), b"\n".join(spelt)


def _spelt(text: str) -> Iterable[bytes]:
    """Return what is written in hexadecimal; half a byte is one with a zero before it."""
    found = (match[1] for match in HEX.finditer(text))
    return (bytes.fromhex("0" * (len(digits) % 2) + digits) for digits in found)


def _words(storage: dict[str, str]) -> bytes:
    """Return a module's words in the order of their slots, so that long strings are whole."""
    slots = sorted((int(slot, 16), int(word, 16)) for slot, word in storage.items())
    return b"".join(word.to_bytes(WORD_BYTES, "big") for _, word in slots)


def forms_of(secret: str | bytes) -> tuple[bytes, ...]:
    """Return what gives a secret away: itself, its bare hash, and both in hexadecimal."""
    plain = secret.encode() if isinstance(secret, str) else secret
    assert len(plain) >= SECRET_BYTES_MIN, f"a secret of {SECRET_BYTES_MIN} bytes at least expected"
    digest = keccak(plain)
    return plain, digest, plain.hex().encode(), digest.hex().encode()


def check_privacy(export: Iterable[bytes], secrets: Iterable[str | bytes]) -> int:
    """Return how many bytes were searched; raises SecretFound."""
    owners = {form: secret for secret in secrets for form in forms_of(secret)}
    by_start: dict[bytes, list[bytes]] = {}
    for form in owners:
        by_start.setdefault(form[:SECRET_BYTES_MIN], []).append(form)
    searched = 0
    for blob in export:
        searched += len(blob)
        for at in range(len(blob) - SECRET_BYTES_MIN + 1):
            for form in by_start.get(blob[at : at + SECRET_BYTES_MIN], ()):
                if blob.startswith(form, at):
                    raise SecretFound(f"{owners[form]!r} stands on the chain, as {form!r}")
    return searched
