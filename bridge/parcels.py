"""
Calls in as few transactions as they fit: many to a gateway go in one, and fail alone.

    calls with their gas --pack--> parcels --receipt--> what became of each call

A gateway's `multicall` pays for one transaction instead of many, and undoes only what it refuses.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bridge.contract import Function, Log, read_log
from bridge.endpoint import AnswerInvalid, member, quantity
from bridge.ends.end import Call, Outcome
from chain.kit.record import Event, Indexed, topic_of
from chain.types.primitives import Address, Gas, Height

PARCEL_GAS_MAX: Final = 14_000_000  # EIP-7825 lets a transaction have 16.7 million
PARCEL_BYTES_MAX: Final = 100_000  # of calls in one; pools take transactions of 128 kB
PLACE_BYTES: Final = 96  # that a call adds to its own bytes: offset, length, padding
MULTICALL: Final = Function("multicall", tuple[bytes, ...])
LOGS_MAX: Final = 10_000  # of one receipt

Explain = Callable[[bytes], str]  # what a contract's revert data says


class CallRefused(Event):
    """A gateway undid one call of many."""

    number: Indexed[int]
    reason: bytes


@dataclass(frozen=True, slots=True)
class Parcel:
    """One transaction to be: whose numbers it carries, and what it may cost."""

    numbers: tuple[int, ...]
    to: Address
    data: bytes
    gas: Gas


def pack(
    calls: Sequence[Call], passing: Sequence[tuple[int, int]], gateway: Address | None
) -> list[Parcel]:
    """Return transactions for numbered calls and their gas; calls to `gateway` share some."""
    rows: list[list[tuple[int, int]]] = []
    for number, gas in passing:
        together = bool(rows) and gateway is not None and _fits(calls, rows[-1], (number, gas))
        if together and {gateway} == {calls[n].to for n in (rows[-1][0][0], number)}:
            rows[-1].append((number, gas))
        else:
            rows.append([(number, gas)])
    return [_parcel(calls, row) for row in rows]


def outcomes_of(parcel: Parcel, receipt: Any, explain: Explain) -> dict[int, Outcome]:
    """Return what a receipt says of each call; raises AnswerInvalid."""
    succeeded = quantity(member(receipt, "status", "receipt"), "status") == 1
    height = Height(quantity(member(receipt, "blockNumber", "receipt"), "block number"))
    gas = quantity(member(receipt, "gasUsed", "receipt"), "gas used")
    refused = _refused(parcel, receipt, explain) if len(parcel.numbers) > 1 and succeeded else {}
    outcomes = {}
    for place, number in enumerate(parcel.numbers):
        share, rest = divmod(gas, len(parcel.numbers))
        reason = refused.get(place, "") if succeeded else "it failed in its block"
        paid = Gas(share + rest if place == 0 else share)
        outcomes[number] = Outcome(succeeded and place not in refused, height, paid, reason)
    return outcomes


def _fits(calls: Sequence[Call], row: Sequence[tuple[int, int]], more: tuple[int, int]) -> bool:
    everything = [*row, more]
    size = sum(len(calls[number].data) + PLACE_BYTES for number, _ in everything)
    return size <= PARCEL_BYTES_MAX and sum(gas for _, gas in everything) <= PARCEL_GAS_MAX


def _parcel(calls: Sequence[Call], row: Sequence[tuple[int, int]]) -> Parcel:
    numbers, gas = tuple(number for number, _ in row), Gas(sum(gas for _, gas in row))
    first = calls[numbers[0]]
    if len(numbers) == 1:
        return Parcel(numbers, first.to, first.data, gas)
    # Each call's own gas has a transaction's 21,000 in it, more than its place here costs.
    data = MULTICALL.encode(tuple(calls[number].data for number in numbers))
    return Parcel(numbers, first.to, data, gas)


def _refused(parcel: Parcel, receipt: Any, explain: Explain) -> dict[int, str]:
    """Return why calls of a parcel were undone, by their places in it."""
    rows = member(receipt, "logs", "receipt")
    if not isinstance(rows, list) or len(rows) > LOGS_MAX:
        raise AnswerInvalid(f"receipt: a list of at most {LOGS_MAX} logs expected")
    logs = [Log(row) for row in rows if isinstance(row, dict) and row.get("topics")]
    said = [
        read_log(CallRefused, log)
        for log in logs
        if log.address == parcel.to and log.topics[0] == topic_of(CallRefused)
    ]
    return {one.number: explain(one.reason) or "it was refused" for one in said}
