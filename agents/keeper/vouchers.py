"""
Vouchers to guard, read where others leave them; the newest of each lane counts.

    a gateway's journal, files *.voucher --read_vouchers--> (voucher, signature) by lane

Nothing of them is believed: the chain checks every one, and one that is not good pays nothing.
"""

import base64
import binascii
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from agents.gateway.journal import NAME
from agents.gateway.voucher_header import unpacked
from client import ClientError
from client.modules.model_fees import Voucher

FILE_BYTES_MAX: Final = 16 * 2**20
VOUCHERS_MAX: Final = 1_000_000
Signed = tuple[Voucher, bytes]
Place = tuple[int, int, int]  # channel, epoch, lane


def read_vouchers(places: Iterable[Path]) -> dict[Place, Signed]:
    """Return the newest voucher of every lane; what cannot be read is left out."""
    found: dict[Place, Signed] = {}
    for place in places:
        for raw in _raw(place):
            try:
                voucher, signature = unpacked(raw)
            except (ValueError, ClientError):
                continue
            key = (voucher.channel, voucher.epoch, voucher.lane)
            old = found.get(key)
            if (old is None or old[0].nonce < voucher.nonce) and len(found) < VOUCHERS_MAX:
                found[key] = (voucher, signature)
    return found


def _raw(place: Path) -> Iterator[bytes]:
    if (place / NAME).exists():
        yield from _of_journal(place / NAME)
    for path in sorted(place.glob("*.voucher")):
        yield from _of_file(path)


def _of_journal(path: Path) -> list[bytes]:
    """Read beside the gateway that writes."""
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        try:
            return [raw for (raw,) in database.execute("SELECT packed FROM vouchers")]
        finally:
            database.close()
    except sqlite3.Error:
        return []  # it is being made


def _of_file(path: Path) -> Iterator[bytes]:
    try:
        lines = path.read_bytes()[:FILE_BYTES_MAX].splitlines()
    except OSError:
        return  # it went away
    for line in lines:
        try:
            yield base64.b64decode(line, validate=True)
        except binascii.Error:
            continue
