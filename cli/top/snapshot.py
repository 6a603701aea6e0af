"""
What is known of a node at one moment, and of its newest blocks.

    Reader --a look--> Snapshot --> the screen's panes, a line for a pipe, JSON for programs

None stands for what the node does not tell. Texts of others (names of validators) are kept as they
came; whoever shows them takes out what is no text.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

SHOWN_MAX: Final = 40  # characters of a name that another has chosen
MS_PER_S: Final = 1_000


@dataclass(frozen=True, slots=True)
class BlockSeen:
    """One block; `power` is each validator's that decided it, `signed` who of them precommitted."""

    height: int
    time_ms: int  # Unix time; whole seconds where the node has no certificate of it
    transactions: int
    gas_used: int
    gas_limit: int
    base_fee_wei: int
    proposer: str  # 0x and 40 hex digits, in small letters, as all addresses here
    round: int | None = None
    power: Mapping[str, int] = field(default_factory=dict)
    signed: frozenset[str] = frozenset()
    events: Mapping[tuple[str, str], int] = field(default_factory=dict)  # (module, event): how many


@dataclass(frozen=True, slots=True)
class Numbers:
    """What only the metrics tell."""

    round: int | None = None  # of the height under way
    received_bytes: int | None = None  # from all peers since they connected
    sent_bytes: int | None = None
    lag_blocks: int | None = None  # of a replica behind its source


@dataclass(frozen=True, slots=True)
class Disk:
    """The volume that a home lies on, and what its chain takes of it."""

    chain_bytes: int
    free_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A look at a node; `blocks` are the newest that were seen, the oldest first."""

    url: str
    time_ms: int  # when it was looked at, by this machine's clock
    version: str
    chain_id: int
    height: int
    peers: int
    is_syncing: bool
    target_height: int | None
    validator: str | None  # the address that signs here; None for who only follows
    pending: int | None
    queued: int | None
    names: Mapping[str, str]  # of validators, by the address that signs
    blocks: tuple[BlockSeen, ...]
    numbers: Numbers | None = None
    disk: Disk | None = None

    @property
    def head(self) -> BlockSeen:
        """The newest block."""
        return self.blocks[-1]

    @property
    def intervals_s(self) -> list[float]:
        """Seconds between one block and the next, the newest last."""
        return [
            max(later.time_ms - earlier.time_ms, 0) / MS_PER_S
            for earlier, later in pairwise(self.blocks)
            if later.height == earlier.height + 1
        ]

    def activity(self) -> Counter[tuple[str, str]]:
        """How often each module said what, in the blocks that are shown."""
        total: Counter[tuple[str, str]] = Counter()
        for block in self.blocks:
            total.update(block.events)
        return total


def plain(text: str) -> str:
    """Return another's text on one line, without what steers a terminal or turns its direction."""
    kept = "".join(
        letter if unicodedata.category(letter)[0] not in "CZ" or letter == " " else "·"
        for letter in text[:SHOWN_MAX]
    )
    return kept if len(text) <= SHOWN_MAX else kept[:-1] + "…"


def signed_power(block: BlockSeen) -> tuple[int, int]:
    """Return the power that signed a block, and all there was."""
    return sum(block.power.get(who, 0) for who in block.signed), sum(block.power.values())


def as_json(look: Snapshot) -> dict[str, Any]:
    """Return a look for programs; wei as texts, as they exceed what JSON's readers hold."""
    return {
        "url": look.url,
        "time_ms": look.time_ms,
        "version": look.version,
        "chain_id": look.chain_id,
        "height": look.height,
        "round": None if look.numbers is None else look.numbers.round,
        "peers": look.peers,
        "syncing": look.is_syncing,
        "target_height": look.target_height,
        "lag_blocks": None if look.numbers is None else look.numbers.lag_blocks,
        "validator": look.validator,
        "mempool": {"pending": look.pending, "queued": look.queued},
        "disk": None if look.disk is None else {
            "chain_bytes": look.disk.chain_bytes,
            "free_bytes": look.disk.free_bytes,
            "total_bytes": look.disk.total_bytes,
        },
        "block": _block_json(look.head),
        "intervals_s": look.intervals_s[-20:],
        "activity": {f"{module}.{event}": count
                     for (module, event), count in sorted(look.activity().items())},
    }  # fmt: skip


def _block_json(block: BlockSeen) -> dict[str, Any]:
    signed, power = signed_power(block)
    return {
        "height": block.height,
        "time_ms": block.time_ms,
        "transactions": block.transactions,
        "gas_used": block.gas_used,
        "gas_limit": block.gas_limit,
        "base_fee_wei": str(block.base_fee_wei),
        "proposer": block.proposer,
        "round": block.round,
        "validators": len(block.power),
        "signed": sorted(block.signed),
        "power_signed": signed,
        "power": power,
    }
