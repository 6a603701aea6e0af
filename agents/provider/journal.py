"""
What a provider must not forget, on disk before it counts.

    signed transaction --append, fsync--> journal.jsonl --then--> the node
    result, vote       --append, fsync--> journal.jsonl --then--> sealed on the chain

One line of JSON an entry. A line that was cut by a crash is the last one, and nothing followed it.
When it is opened, what is over is left out and the file is written anew.
"""

import fcntl
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TextIO

from agents.books import Outlay

NAME: Final = "journal.jsonl"


class JournalBroken(Exception):
    """A line that no provider wrote, in the midst of the journal."""


class JournalTaken(Exception):
    """Another provider works in this home."""


@dataclass(frozen=True)
class Result:
    """What a job came to: the key of its output, the units to charge, and how it ended."""

    digest: bytes
    units: int
    end: str


@dataclass
class Memory(Outlay):
    """What the journal's lines add up to."""

    bids: set[int] = field(default_factory=set)  # orders that were bid on
    results: dict[int, Result] = field(default_factory=dict)  # by order
    votes: dict[tuple[int, int], int] = field(default_factory=dict)  # claim and round: value
    unsettled: dict[str, bytes] = field(default_factory=dict)  # transactions by hash


class Journal:
    """The journal of one home; one process at a time."""

    def __init__(self, home: Path) -> None:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._path = home / NAME
        self._lock = (home / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise JournalTaken(f"another provider works in {home}") from None
        self.memory = read_memory(home)
        self._file = self._written_anew()

    def begin(self, height: int, balance_wei: int) -> None:
        """Open the books after a block, once."""
        self._append({"kind": "began", "height": height, "balance_wei": balance_wei})

    def note_signed(self, transaction_hash: str, raw: bytes) -> None:
        """Remember a transaction before it is sent."""
        self._append({"kind": "signed", "hash": transaction_hash, "raw": raw.hex()})

    def note_settled(self, transaction_hash: str, fee_wei: int, value_wei: int) -> None:
        """Say what became of a transaction: its fee, and the coins that went with it."""
        fields = {"hash": transaction_hash, "fee_wei": fee_wei, "value_wei": value_wei}
        self._append({"kind": "settled", **fields})

    def note_bid(self, order: int) -> None:
        """Remember that an order was bid on."""
        self._append({"kind": "bid", "order": order})

    def note_result(self, order: int, result: Result) -> None:
        """Remember what a job came to, before it is sealed."""
        fields = {"digest": result.digest.hex(), "units": result.units, "end": result.end}
        self._append({"kind": "result", "order": order, **fields})

    def note_vote(self, claim: int, round_index: int, value: int) -> None:
        """Remember what was found about somebody else's work, before it is sealed."""
        self._append({"kind": "vote", "claim": claim, "round": round_index, "value": str(value)})

    def close(self) -> None:
        """Let another process have the home."""
        self._file.close()
        self._lock.close()

    def _append(self, entry: dict[str, Any]) -> None:
        _apply(self.memory, entry)
        self._file.write(json.dumps(entry) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _written_anew(self) -> TextIO:
        """Replace the file by one that says the same in fewest lines; return it, open."""
        newer = self._path.with_suffix(".new")
        with newer.open("w") as file:
            for entry in _lines_of(self.memory):
                file.write(json.dumps(entry) + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(newer, self._path)
        directory = os.open(self._path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
        return self._path.open("a")


def read_memory(home: Path) -> Memory:
    """Return what a home's journal says, whoever works there; raises JournalBroken."""
    memory = Memory()
    for entry in _entries(home / NAME):
        _apply(memory, entry)
    return memory


def _entries(path: Path) -> list[dict[str, Any]]:
    """Return what a journal holds; raises JournalBroken where a line but the last is damaged."""
    if not path.exists():
        return []
    found: list[dict[str, Any]] = []
    lines = path.read_text(errors="replace").split("\n")
    for number, line in enumerate(lines, 1):
        if not line and number == len(lines):
            break
        try:
            entry = json.loads(line)
            _apply(Memory(), entry)
        except (ValueError, KeyError, TypeError, AttributeError):
            if number == len(lines):
                break  # cut by a crash: what it would have said was not acted upon
            raise JournalBroken(f"{path}, line {number}: {line[:80]!r}") from None
        found.append(entry)
    return found


def _apply(memory: Memory, entry: dict[str, Any]) -> None:
    """Add an entry to what is remembered."""
    kind = entry["kind"]
    if kind == "began":
        memory.began_height, memory.opening_wei = entry["height"], entry["balance_wei"]
    elif kind == "signed":
        memory.unsettled[entry["hash"]] = bytes.fromhex(entry["raw"])
    elif kind == "settled":
        memory.unsettled.pop(entry["hash"], None)
        memory.fees_wei += entry["fee_wei"]
        memory.sent_wei += entry["value_wei"]
    elif kind == "bid":
        memory.bids.add(entry["order"])
    elif kind == "result":
        digest = bytes.fromhex(entry["digest"])
        memory.results[entry["order"]] = Result(digest, entry["units"], entry["end"])
    elif kind == "vote":
        memory.votes[entry["claim"], entry["round"]] = int(entry["value"])
    else:
        raise ValueError(f"no entry is of kind {kind!r}")


def _lines_of(memory: Memory) -> list[dict[str, Any]]:
    """Return entries that lead to the same memory."""
    began = {"height": memory.began_height, "balance_wei": memory.opening_wei}
    spent = {"hash": "", "fee_wei": memory.fees_wei, "value_wei": memory.sent_wei}
    lines: list[dict[str, Any]] = [{"kind": "began", **began}, {"kind": "settled", **spent}]
    lines += [{"kind": "signed", "hash": h, "raw": r.hex()} for h, r in memory.unsettled.items()]
    lines += [{"kind": "bid", "order": order} for order in sorted(memory.bids)]
    for order, result in sorted(memory.results.items()):
        fields = {"digest": result.digest.hex(), "units": result.units, "end": result.end}
        lines.append({"kind": "result", "order": order, **fields})
    for (claim, round_index), value in sorted(memory.votes.items()):
        vote = {"claim": claim, "round": round_index, "value": str(value)}
        lines.append({"kind": "vote", **vote})
    return lines
