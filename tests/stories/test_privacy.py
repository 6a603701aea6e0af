"""The search of a chain for what its people kept to themselves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from eth_hash.auto import keccak

from tests.stories.privacy import (
    SecretFound,
    blocks_of,
    check_privacy,
    exported,
    forms_of,
    state_of,
)
from tests.stories.stage import StoryChain

SECRET = "Tanaka Aiko, born on the first of April 1988, asks in confidence"  # over two words long
EMPTY_STATE = json.dumps({"accounts": {}})
PLANTS: dict[str, Callable[[bytes], str]] = {
    "as it is": lambda plain: f"..{plain.decode()}..",
    "in hexadecimal": lambda plain: f"0x00{plain.hex()}00",
    "in hexadecimal, as text": lambda plain: plain.hex(),
    "hashed without a salt": lambda plain: f"0x{keccak(plain).hex()}",
}


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_secret_is_found_in_a_block(name: str) -> None:
    """Whichever way somebody's words reach the chain, the search says whose they are."""
    blocks = json.dumps([{"input": PLANTS[name](SECRET.encode())}])
    with pytest.raises(SecretFound, match="Tanaka Aiko"):
        check_privacy(exported(blocks, EMPTY_STATE), ("another secret", SECRET))


def test_a_long_secret_is_found_across_words_of_storage() -> None:
    """A string lies in many slots, which an export need not name in order."""
    plain = SECRET.encode().ljust(96, b"\0")
    words = {hex(8 + i): "0x" + plain[32 * i : 32 * i + 32].hex() for i in (2, 0, 1)}
    state = json.dumps({"accounts": {"0x0a": {"storage": words}}})
    with pytest.raises(SecretFound):
        check_privacy(exported("[]", state), (SECRET,))


def test_a_salted_hash_gives_nothing_away() -> None:
    """What stands behind a salt is not found, as nobody could find it."""
    blocks = json.dumps(["0x" + keccak(b"salt" * 8 + SECRET.encode()).hex()])
    assert check_privacy(exported(blocks, EMPTY_STATE), (SECRET,)) > len(blocks)


def test_secrets_too_short_to_search_for_are_refused() -> None:
    """Four bytes are in every chain by chance: a story that names them is wrong."""
    with pytest.raises(AssertionError, match="at least"):
        forms_of("Aiko")


@pytest.mark.e2e
def test_a_secret_that_somebody_sends_to_a_chain_is_found_in_its_export(tmp_path: Path) -> None:
    """One careless call, and both the blocks and the state of a real chain give it away."""
    with StoryChain(tmp_path / "home", ("author",), {}) as chain:
        split = (chain.account("author"), 7_000, 3_000, 0)
        chain.send("author", "model_fees", "registerModel", "llm", SECRET, (1, 1), split)
        blocks = blocks_of(chain)
    state = state_of(tmp_path / "home")
    for found in (exported(blocks, EMPTY_STATE), exported("[]", state)):
        with pytest.raises(SecretFound):
            check_privacy(found, (SECRET,))
        check_privacy(found, ("Satou Hanako",))
