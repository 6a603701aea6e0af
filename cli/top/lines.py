"""
Where no terminal is: a line a block, or a JSON object a second.

    Reader.look --every second--> stdout; on stderr what goes wrong, once, and its end
"""

import time
from collections.abc import Callable

from cli.errors import CommandFailed
from cli.output import print_fields, print_json, print_line, print_note
from cli.top.snapshot import MS_PER_S, BlockSeen, Snapshot, as_json
from cli.top.tables import fields, percent, signed_of, sync_of
from cli.units import format_gas_price

Look = Callable[[], Snapshot]


def show_once(look: Look, *, is_json: bool) -> None:
    """Print one look; raises CommandFailed where the node does not answer."""
    found = look()
    if is_json:
        print_json(as_json(found))
        return
    title = f"{found.url}, chain {found.chain_id}, {found.version}"
    print_fields(fields(found, found.time_ms), title)


def follow(look: Look, every_s: float, *, is_json: bool, looks: int | None = None) -> None:
    """Print as the chain goes on, until Ctrl-C or for some looks; who is away is awaited."""
    told, away = -1, False
    while looks is None or looks > 0:
        looks = None if looks is None else looks - 1
        try:
            found = look()
        except CommandFailed as failure:
            if not away:
                print_note(f"{failure}; asked again every {every_s:g} s")
            away = True
        else:
            if away:
                print_note(f"{found.url} answers again")
            away = False
            if is_json:
                print_json(as_json(found))
            else:
                told = _print_new(found, told)
        if looks != 0:
            time.sleep(every_s)


def _print_new(found: Snapshot, told: int) -> int:
    """Print the blocks above `told`, at first the newest alone; return how far it is told."""
    new = [block for block in found.blocks if block.height > told]
    if told < 0 or found.height < told:
        new = [found.head]
    for block in new:
        print_line(line_of(block, found))
    return found.height


def line_of(block: BlockSeen, found: Snapshot) -> str:
    """Return one block in a line."""
    before = next((item for item in found.blocks if item.height == block.height - 1), None)
    after = "" if before is None else f" after {(block.time_ms - before.time_ms) / MS_PER_S:.2f} s"
    said = sum(block.events.values())
    return (
        f"block {block.height:,}{after}: {block.transactions:,} txs, "
        f"{percent(block.gas_used, block.gas_limit)} of gas, "
        f"base fee {format_gas_price(block.base_fee_wei)}, signed {signed_of(block)}, "
        f"{said:,} events of modules; {found.peers} peers, {sync_of(found)}"
    )
