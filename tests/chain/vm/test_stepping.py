"""Code is run by py-evm's instructions, one at a time, for as long as whoever watches lets it."""

from typing import Any

import pytest
from eth.exceptions import InvalidInstruction
from eth.vm.message import Message

from chain.vm.machine import Machine
from chain.vm.stepping import WATCHED_INSTRUCTIONS
from chain.vm.world import World
from tests.chain.vm.ground import CONTRACT, SENDER, DictReader, make_environment

STEPPING = Machine(translates=False)
LOOP = bytes.fromhex("5b5f56")  # three instructions, for ever


def run(code: bytes, looks: list[int], looks_max: int) -> Any:
    """Run code on a fresh world that is watched for so many looks; return how it ended."""
    world = World(DictReader())
    world.enter_block(make_environment())
    world.begin_transaction(STEPPING.precompiles)

    def watch(ahead_ms: int) -> None:
        looks.append(ahead_ms)
        if len(looks) >= looks_max:
            raise TimeoutError

    world.watch = watch
    message = Message(gas=10**7, to=CONTRACT, sender=SENDER, value=0, data=b"", code=code)
    return STEPPING.run(world, message, STEPPING.make_context(1, SENDER))


def test_whoever_watches_is_asked_every_so_many_instructions_and_ends_the_run() -> None:
    """A loop is looked at again and again; what the watch raises comes out."""
    looks: list[int] = []
    with pytest.raises(TimeoutError):
        run(LOOP, looks, 3)
    assert looks == [0, 0, 0]


def test_short_code_is_not_looked_at() -> None:
    """Fewer instructions than one stretch are over before anybody asks."""
    looks: list[int] = []
    run(b"\x5f" * (WATCHED_INSTRUCTIONS // 2) + b"\x00", looks, 1)
    assert looks == []


def test_a_byte_that_is_no_instruction_fails_when_it_runs() -> None:
    """0x0c is defined in no fork."""
    assert isinstance(run(b"\x5f\x0c", [], 1).error, InvalidInstruction)
