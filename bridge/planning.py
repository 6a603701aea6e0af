"""
What there is to do at one end, decided from what is known of both: no clock, no network.

    Book here, Book there, Policy --plan--> Plan: items that are ready, a height the client lacks

           there.sent, not received here --> DELIVER        here.delayed, time over --> RELEASE
           here.sent, answered there     --> ACKNOWLEDGE    here.sent, too late     --> TIMEOUT
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import Final

from bridge.book import Book
from bridge.ends.end import PacketSent
from chain.types.primitives import Height, Seconds, Wei

BATCH_MAX: Final = 20  # calls in one go, which fit one block
MARGIN_S: Final = Seconds(10)  # before a packet's last second in which it is not brought any more


class Task(Enum):
    """What can be done for a packet."""

    DELIVER = "deliver"
    ACKNOWLEDGE = "acknowledge"
    TIMEOUT = "timeout"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Policy:
    """What this relayer does at all."""

    fee_min_wei: Wei = Wei(0)  # least fee of a packet that it carries
    batch_max: int = BATCH_MAX
    margin_s: Seconds = MARGIN_S


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do, at one end."""

    task: Task
    sequence: int
    fee_wei: Wei


@dataclass(frozen=True, slots=True)
class Plan:
    """What is ready now, best paid first; and from which height on the client must know one."""

    items: tuple[Item, ...]
    wanted: Height | None


def plan(here: Book, there: Book, policy: Policy, held: Collection[tuple[Task, int]] = ()) -> Plan:
    """Return what to submit at an end. `held` is under way already, or has to wait."""
    ready: list[Item] = []
    missing: list[Height] = []
    for item, needed in candidates(here, there, policy):
        if (item.task, item.sequence) in held:
            continue
        if needed is None or _proves(here, needed, item, there):
            ready.append(item)
        else:
            missing.append(needed)
    if not here.trust.is_live:
        return Plan(tuple(item for item in ready if item.task is Task.RELEASE), None)
    ready.sort(key=lambda item: (-item.fee_wei, item.sequence, item.task.value))
    if _is_ageing(here) and there.head.height > here.trust.height:
        missing.append(Height(here.trust.height + 1))
    return Plan(tuple(ready[: policy.batch_max]), min(missing) if missing else None)


def candidates(here: Book, there: Book, policy: Policy) -> list[tuple[Item, Height | None]]:
    """Return all there is to do at an end, and which height of the other chain each must prove."""
    found: list[tuple[Item, Height | None]] = []
    for one in there.sent.values():
        if one.fee_wei < policy.fee_min_wei:
            continue
        sequence = one.packet.sequence
        if sequence not in here.received:
            is_in_time = here.head.time_s + policy.margin_s < one.packet.timeout_s
            if here.is_open and is_in_time:
                found.append((Item(Task.DELIVER, sequence, one.fee_wei), one.height))
        elif here.is_open and here.delayed.get(sequence, here.head.time_s + 1) <= here.head.time_s:
            found.append((Item(Task.RELEASE, sequence, one.fee_wei), None))
    for one in here.sent.values():
        ending = _ending(one, there)
        if ending is not None and one.fee_wei >= policy.fee_min_wei:
            task, needed = ending
            found.append((Item(task, one.packet.sequence, one.fee_wei), needed))
    return found


def _ending(one: PacketSent, there: Book) -> tuple[Task, Height] | None:
    """Return how a packet can end at its source now, and what proves it."""
    answer = there.answers.get(one.packet.sequence)
    if answer is not None:
        return Task.ACKNOWLEDGE, answer.height
    if one.packet.sequence in there.received:
        return None
    after = there.first_after(one.packet.timeout_s)
    return None if after is None else (Task.TIMEOUT, after.height)


def _proves(here: Book, needed: Height, item: Item, there: Book) -> bool:
    """Whether the newest height that the client knows serves an item."""
    trust = here.trust
    if not trust.can_prove:
        return False
    if item.task is Task.TIMEOUT:
        # Only what has been read: a receipt in a block that was not looked at is no surprise.
        timeout_s = here.sent[item.sequence].packet.timeout_s
        return trust.time_s >= timeout_s and trust.height <= there.scanned
    return trust.height >= needed


def _is_ageing(here: Book) -> bool:
    """Whether half of the time is over in which the client still takes headers."""
    trust = here.trust
    return 2 * here.head.time_s >= trust.time_s + trust.expires_s
