"""
What a session has free, read where the chain keeps it: no view tells it.

    model_fees.free_of[channel, epoch, place]: free units of six meters, 64 bits each
"""

from typing import Final

from eth_hash.auto import keccak

from client import Client
from client.answers import data
from client.flows.channels import METERS, Session

SLOT: Final = 89  # of `free_of` in the module's storage layout (modules/model_fees/layout.json)
EPOCH_BITS: Final = 24
PLACE_BITS: Final = 8
UNITS_BITS: Final = 64
UNITS_PER_WORD: Final = 4
WORD: Final = 32


async def session_free_units(client: Client, session: Session) -> dict[int, tuple[int, ...]]:
    """Return the free units of a session's models, by place, where any; raises NodeError."""
    shown, address = session.channel, client.model_fees.ADDRESS
    found = {}
    for place in range(len(session.tariffs)):
        base = _base(shown.number, shown.epoch, place)
        words = [
            int.from_bytes(
                data(
                    await client.transport.call(
                        "eth_getStorageAt", address, hex(base + offset), "latest"
                    )
                ),
                "big",
            )
            for offset in (1, 2)
        ]
        if any(words):
            found[place] = _units(*words)
    return found


def _base(channel: int, epoch: int, place: int) -> int:
    key = (channel << EPOCH_BITS | epoch) << PLACE_BITS | place
    entry = key.to_bytes(WORD, "big") + SLOT.to_bytes(WORD, "big")
    return int.from_bytes(keccak(entry), "big")


def _units(low: int, high: int) -> tuple[int, ...]:
    words = low | high << UNITS_BITS * UNITS_PER_WORD
    mask = (1 << UNITS_BITS) - 1
    return tuple(words >> UNITS_BITS * meter & mask for meter in range(METERS))
