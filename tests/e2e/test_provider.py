"""Providers on a real chain: jobs done, paid to the wei, and nothing lost by kills."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from agents.provider.document import Document
from agents.provider.runners.embedder import DIMENSIONS, hashed
from client.modules.compute import OrderState
from client.modules.shared import Level
from client.modules.verification import Role
from tests.e2e.devnet import wait_until
from tests.e2e.providers import (
    BOND_WEI,
    COIN,
    FLOOR_WEI,
    HURRY,
    ProviderProcess,
    Requester,
)
from tests.stories.books import Books
from tests.stories.stage import StoryChain

PEOPLE = ("requester", "dev1", "dev2", "dev3")  # keys of the devnet, by the names they have there
TEXTS = [f"text {number}: the quick brown fox number {number % 7}" for number in range(1_000)]
TAKE_BPS = 500  # compute.take_bps
pytestmark = pytest.mark.e2e


@pytest.fixture
def chain(tmp_path) -> Iterator[StoryChain]:
    """Run a devnet of a block every tenth of a second."""
    with StoryChain(tmp_path / "chain", PEOPLE, HURRY) as found:
        yield found


@pytest.fixture
def store(tmp_path) -> Path:
    """Return the directory that everybody reads content from."""
    return tmp_path / "content"


def embedding(requester: Requester, texts: list[str]) -> Document:
    """Put texts into the store and return the job to embed them."""
    given = requester.store.put(json.dumps(texts).encode())
    return Document("embed", given, {"model": "hashing-256"})


def check_books(books: Books, pay_wei: int, provider: str = "dev1") -> None:
    """Check that a job of this pay moved what it must, to the wei, and nothing else."""
    statements = books.close()
    take_wei = pay_wei * TAKE_BPS // 10_000
    assert -pay_wei == statements["requester"].result_wei
    assert pay_wei - take_wei - BOND_WEI == statements[provider].result_wei


def test_an_embedding_job_is_done_and_paid_to_the_wei(chain, store):
    """1,000 texts: bid, won, run in a sandbox, sealed, read, accepted, paid."""
    requester, books = Requester(chain, store), Books(chain)
    with ProviderProcess(chain, store, "dev1") as provider:
        order = requester.order(embedding(requester, TEXTS), Level.REQUESTER, COIN)
        bond_wei = requester.accept_bid(order, provider.address)
        requester.until(order, OrderState.SUBMITTED)
        vectors = requester.check_seal(order, provider)
        assert b"".join(map(hashed, TEXTS)) == vectors
        assert len(TEXTS) * DIMENSIONS == len(vectors)
        requester.accept_result(order)
        requester.until(order, OrderState.ACCEPTED)
    pay_wei = len(TEXTS) * FLOOR_WEI
    check_books(books, pay_wei)
    shown = chain.view("compute", "provider", chain.account("dev1"))
    assert (BOND_WEI, 0, 0) == (shown.free_wei, shown.locked_wei, shown.slashed_wei)
    assert 0 < bond_wei < COIN // 10, "a tenth of the budget, which fees are not of"
    statement = provider.statement()
    assert 0 == statement["difference_wei"]
    assert -BOND_WEI == statement["rows_wei"]["sent with calls"]


def test_copies_are_run_again_by_others_who_find_the_same(chain, store):
    """At REDUNDANCY a second provider runs the order again; both find the same, and are paid."""
    roles = f"replica_wei = {100 * COIN}"
    requester = Requester(chain, store)
    with ProviderProcess(chain, store, "dev1") as worker:
        judge = ProviderProcess(chain, store, "dev2")
        judge.write_policy(store, roles)
        with judge:
            wait_until(lambda: chain.view("verification", "memberWeight", Role.REPLICA), 60)
            order = requester.order(
                embedding(requester, TEXTS[:50]), Level.REDUNDANCY, COIN, copies=2
            )
            requester.accept_bid(order, worker.address)
            requester.until(order, OrderState.ACCEPTED)
            wait_until(lambda: judge.statement()["rows_wei"].get("verification: withdrawn"), 60)
    for provider in (worker, judge):
        assert 0 == provider.statement()["difference_wei"], provider.said()
    pay_wei = 50 * FLOOR_WEI
    paid_wei = worker.statement()["rows_wei"]["compute: job_pay"]
    assert pay_wei - pay_wei * TAKE_BPS // 10_000 == paid_wei


def test_a_hostile_job_costs_its_requester_and_nobody_else(chain, store):
    """A job that breaks its limits is delivered as a note of it, for no pay and no lost bond."""
    requester = Requester(chain, store)
    program = requester.store.put(b"#!/bin/sh\ncat /proc/1/environ; while :; do $0 & done\n")
    document = Document("exec", requester.store.put(b""), {"program": program.hex()})
    with ProviderProcess(chain, store, "dev1") as provider:
        order = requester.order(document, Level.REQUESTER, COIN)
        requester.accept_bid(order, provider.address)
        requester.until(order, OrderState.SUBMITTED)
        note = json.loads(requester.check_seal(order, provider))
        requester.until(order, OrderState.ACCEPTED)  # by silence
    assert {"ended": "too many processes"} == note
    shown = chain.view("compute", "provider", chain.account("dev1"))
    assert (BOND_WEI, 0, 0, 0) == (
        shown.free_wei, shown.locked_wei, shown.slashed_wei, shown.paid_wei,
    )  # fmt: skip


def test_what_is_not_for_a_provider_gets_no_bid(chain, store):
    """No bid: content that nobody has, a kind that is not run, a price that is too low."""
    requester = Requester(chain, store)
    good = embedding(requester, TEXTS[:3])
    unknown = Document("train", good.input)
    with ProviderProcess(chain, store, "dev1") as provider:
        orders = [
            requester.order(good, Level.NONE, COIN, spec=bytes(31) + b"\1"),
            requester.order(unknown, Level.NONE, COIN),
            requester.order(good, Level.NONE, COIN, price_max_wei=FLOOR_WEI - 1),
            requester.order(good, Level.NONE, COIN, milestones=2),
        ]
        wanted = requester.order(good, Level.NONE, COIN)
        requester.accept_bid(wanted, provider.address)
        requester.until(wanted, OrderState.ACCEPTED)
    for order in orders:
        assert 0 == len(chain.view("compute", "openBidsOn", order)), provider.said()
