"""
The two sides of the native payment's comparison keep the same books.

What still differs: the contract only looks up that a model's terms have no conditions (free units,
rates, bands, bases, data), packs registrations and splits as Solidity does, moves coins by CALL,
and finds the treasury cold. The height in an audit entry, and so its hash, is each side's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.full_path import Payments
from bench.workloads import BLOCK, PAYMENTS, Reader, Sale, Workload, apply_all
from chain.codec import decode_transaction
from chain.kit.audit_log import AuditEntryAdded
from chain.kit.module import CoinsMoved
from chain.kit.record import topic_of
from chain.types.primitives import Address
from chain.types.receipt import Log
from chain.validation import check_transaction
from chain.vm.machine import Machine
from chain.vm.transaction import apply_transaction
from chain.vm.world import World
from modules.analytics.module import Analytics
from modules.model_fees.events import ModelUsed, SplitPaid
from modules.model_fees.module import ModelFees
from modules.treasury.module import Treasury

HASH_BITS = 240  # a word above is a hash: no number of the scene grows so large
OF_A_PAYMENT = [CoinsMoved, SplitPaid] * 3 + [ModelUsed, AuditEntryAdded]


@dataclass
class Side:
    """What payments left on one side."""

    logs: list[tuple[Log, ...]]  # of each payment
    words: list[int]  # that changed, as they are now
    treasury_wei: int
    kept_wei: int  # of the coins that came in


def words_of(world: World, places: tuple[Address, Address]) -> Mapping[tuple[Address, int], int]:
    """Return what stands in the storage of the seller and of the book, as far as it was written."""
    storage = world.diff().storage
    return {
        (place, slot): word for place in places for slot, word in storage.get(place, {}).items()
    }


def native(directory: Path) -> Side:
    """Pay by the module."""
    payments = Payments(directory)
    world, places = World(payments.reader), (ModelFees.address, Analytics.address)
    before_wei = world.get_balance(Treasury.address)
    outcomes = [
        apply_transaction(world, item, payments.environment, payments.rules.machine)
        for item in payments.next_block()
    ]
    words = list(words_of(world, places).values())
    payments.scene.chain.store.close()
    treasury_wei = world.get_balance(Treasury.address) - before_wei
    return Side([o.logs for o in outcomes], words, treasury_wei, world.get_balance(places[0]))


def solidity() -> Side:
    """Pay by the contract, the same accounts in the same order."""
    workload = Workload()
    sale = Sale(workload)
    world, machine, places = World(Reader(workload.accounts)), Machine(), (sale.address, sale.book)
    apply_all(world, machine, workload, workload.setup)
    before = words_of(world, places)
    outcomes = []
    for raw in sale.payments(PAYMENTS):
        sender = workload.senders[raw]
        item = check_transaction(decode_transaction(raw), BLOCK.chain_id, sender=sender)
        outcomes.append(apply_transaction(world, item, BLOCK, machine))
    after = words_of(world, places)
    words = [word for place, word in after.items() if word != before.get(place, 0)]
    treasury_wei = world.get_balance(Treasury.address)
    return Side([o.logs for o in outcomes], words, treasury_wei, world.get_balance(sale.address))


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    """Both sides after a block of payments."""
    return native(tmp_path_factory.mktemp("native")), solidity()


def told(logs: tuple[Log, ...]) -> list[tuple[tuple[bytes, ...], bytes]]:
    """Return topics and data without who says it and without what an entry's height is part of."""
    found = []
    for log in logs:
        data = log.data.replace(bytes(12) + log.address, bytes(32))
        found.append(
            (log.topics, data[:32] if log.topics[0] == topic_of(AuditEntryAdded) else data)
        )
    return found


def test_every_payment_says_the_same(sides: tuple[Side, Side]) -> None:
    """Eight events, in one order, with the same topics and the same data to the byte."""
    here, there = sides
    assert len(here.logs) == len(there.logs) == PAYMENTS
    for one, other in zip(here.logs, there.logs, strict=True):
        assert [log.topics[0] for log in one] == [topic_of(event) for event in OF_A_PAYMENT]
        assert told(one) == told(other)


def test_the_same_words_change(sides: tuple[Side, Side]) -> None:
    """Usage, totals, days, counters, marks: the same numbers, and as many hashes of the log."""
    here, there = (sorted(word for word in side.words if not word >> HASH_BITS) for side in sides)
    assert here == there
    hashes = [sum(word >> HASH_BITS > 0 for word in side.words) for side in sides]
    assert hashes[0] == hashes[1] > 0


def test_the_same_coins_move(sides: tuple[Side, Side]) -> None:
    """The treasury gets the same, and neither side keeps anything."""
    here, there = sides
    assert here.treasury_wei == there.treasury_wei > 0
    assert here.kept_wei == there.kept_wei == 0
