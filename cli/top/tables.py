"""
What the panes show, as rows of plain text: the same for a screen and for a pipe.

    Snapshot --> fields of the node, rows of blocks, of validators with their votes, of modules
"""

from collections import Counter
from typing import Final

from cli.top.snapshot import MS_PER_S, BlockSeen, Snapshot, plain, signed_power
from cli.units import format_gas_price

Rows = list[tuple[str, ...]]

BLOCK_COLUMNS: Final = ("height", "after", "txs", "gas", "base fee", "round", "power signed")
VALIDATOR_COLUMNS: Final = ("validator", "power", "signed", "newest blocks, the last at the right")
ACTIVITY_COLUMNS: Final = ("module", "event", "in these blocks", "in the last")
VOTES_SHOWN: Final = 32
SIGNED, ABSENT, OUTSIDE, PROPOSED = "■", "·", " ", "◆"
NAME_CHARACTERS: Final = 18
BINARY: Final = ("B", "KiB", "MiB", "GiB", "TiB")
UNKNOWN: Final = "-"


def fields(look: Snapshot, now_ms: int) -> list[tuple[str, str]]:
    """Return the node's standing, name and value."""
    head, disk = look.head, look.disk
    age_s = max(now_ms - head.time_ms, 0) / MS_PER_S
    waiting = UNKNOWN
    if look.pending is not None:
        waiting = f"{look.pending:,} ready, {look.queued or 0:,} behind a gap"
    return [
        ("height", f"{look.height:,}, {age_s:.0f} s ago"),
        ("round", _round(look)),
        ("peers", _peers(look)),
        ("mempool", waiting),
        ("base fee", format_gas_price(head.base_fee_wei)),
        ("sync", sync_of(look)),
        ("disk", UNKNOWN if disk is None else
         f"{format_bytes(disk.chain_bytes)}, {format_bytes(disk.free_bytes)} free"),
        ("votes as", look.validator or "nobody: it follows"),
    ]  # fmt: skip


def sync_of(look: Snapshot) -> str:
    """Return whether the node is level with the chain."""
    if look.numbers is not None and look.numbers.lag_blocks:
        return f"{look.numbers.lag_blocks:,} blocks behind its source"
    if not look.is_syncing:
        return "level"
    if look.target_height is None:
        return "catching up"
    return f"{max(look.target_height - look.height, 0):,} blocks to go"


def block_rows(look: Snapshot) -> Rows:
    """Return the newest blocks, the newest first."""
    rows: Rows = []
    blocks = look.blocks
    before: list[BlockSeen | None] = [None, *blocks[:-1]]
    for block, earlier in zip(reversed(blocks), reversed(before), strict=True):
        after = UNKNOWN
        if earlier is not None:
            after = f"{(block.time_ms - earlier.time_ms) / MS_PER_S:.2f} s"
        rows.append(
            (
                f"{block.height:,}",
                after,
                f"{block.transactions:,}",
                percent(block.gas_used, block.gas_limit),
                format_gas_price(block.base_fee_wei),
                UNKNOWN if block.round is None else str(block.round),
                signed_of(block),
            )
        )
    return rows


def validator_rows(look: Snapshot) -> Rows:
    """Return who decides, the strongest first, with what each did in the newest blocks."""
    newest = look.blocks[-VOTES_SHOWN:]
    powers: dict[str, int] = {}
    for block in newest:
        powers |= block.power
    total = sum(look.head.power.values())
    rows: Rows = []
    for address, power in sorted(powers.items(), key=lambda item: (-item[1], item[0])):
        asked = [block for block in newest if address in block.power]
        signed = sum(address in block.signed for block in asked)
        name = plain(look.names.get(address, ""))[:NAME_CHARACTERS] or address[:14]
        rows.append(
            (
                name,
                percent(power, total),
                f"{signed} of {len(asked)}",
                "".join(_vote(block, address) for block in newest),
            )
        )
    return rows


def activity_rows(look: Snapshot) -> Rows:
    """Return what modules said in the blocks that are remembered, the most frequent first."""
    total, last = look.activity(), Counter(look.head.events)
    return [
        (module, event, f"{count:,}", f"{last[(module, event)]:,}")
        for (module, event), count in sorted(total.items(), key=lambda item: (-item[1], item[0]))
    ]


def signed_of(block: BlockSeen) -> str:
    """Return the share of the power that signed, and how many that were."""
    signed, power = signed_power(block)
    if not power:
        return UNKNOWN
    return f"{percent(signed, power)}, {len(block.signed)} of {len(block.power)}"


def percent(part: int, whole: int) -> str:
    """Return a share in per cent; what is not whole is never shown as 100 %."""
    if whole <= 0:
        return UNKNOWN
    return f"{part * 100 // whole} %"


def format_bytes(count: int) -> str:
    """Return a size with its unit."""
    size, unit = float(count), 0
    while size >= 1_024 and unit < len(BINARY) - 1:
        size, unit = size / 1_024, unit + 1
    return f"{size:.0f} {BINARY[unit]}" if unit == 0 else f"{size:.1f} {BINARY[unit]}"


def _round(look: Snapshot) -> str:
    """Return the round under way, which only metrics tell; else that of the last block."""
    if look.numbers is not None and look.numbers.round is not None:
        return str(look.numbers.round)
    decided = look.head.round
    return UNKNOWN if decided is None else f"{decided} decided the last block"


def _peers(look: Snapshot) -> str:
    numbers = look.numbers
    if numbers is None or numbers.received_bytes is None or numbers.sent_bytes is None:
        return f"{look.peers}"
    way = f"{format_bytes(numbers.received_bytes)} in, {format_bytes(numbers.sent_bytes)} out"
    return f"{look.peers}, {way}"


def _vote(block: BlockSeen, address: str) -> str:
    if address not in block.power:
        return OUTSIDE
    if address not in block.signed:
        return ABSENT
    return PROPOSED if block.proposer == address else SIGNED
