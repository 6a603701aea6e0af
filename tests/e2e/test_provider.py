"""Providers on a real chain: jobs done, paid to the wei, and nothing lost by kills."""

import json
import time
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

PEOPLE = ("requester", *(f"dev{n}" for n in range(1, 20)))  # the devnet's keys, but the first
TEXTS = [f"text {number}: the quick brown fox number {number % 7}" for number in range(1_000)]
TAKE_BPS = 500  # compute.take_bps
# One that goes on where a fork is refused: a shell's would end by that, sooner or later.
FORK_BOMB = b"""#!/usr/bin/python3
import os
try:
    print(open("/proc/1/environ").read())
except OSError as refusal:
    print(refusal)
while True:
    try:
        os.fork()
    except OSError:
        pass
"""
pytestmark = [pytest.mark.e2e, pytest.mark.long]


@pytest.fixture(scope="module")
def chain(tmp_path_factory) -> Iterator[StoryChain]:
    """Run a devnet of a block every tenth of a second; each test has providers of its own."""
    with StoryChain(tmp_path_factory.mktemp("market") / "chain", PEOPLE, HURRY) as found:
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


def earned_by_judging(provider: ProviderProcess) -> dict[str, int]:
    """Return what verification paid a provider, by reason."""
    rows = provider.statement()["rows_wei"]
    return {reason: wei for reason, wei in rows.items() if reason.startswith("verification")}


def test_copies_are_run_again_by_others_who_find_the_same(chain, store):
    """At REDUNDANCY a second provider runs the order again; both find the same, and are paid."""
    roles = f"replica_wei = {100 * COIN}"
    requester = Requester(chain, store)
    with ProviderProcess(chain, store, "dev2") as worker:
        judge = ProviderProcess(chain, store, "dev3")
        judge.write_policy(store, roles)
        with judge:
            wait_until(lambda: chain.view("verification", "memberWeight", Role.REPLICA), 60)
            order = requester.order(
                embedding(requester, TEXTS[:50]), Level.REDUNDANCY, COIN, copies=2
            )
            requester.accept_bid(order, worker.address)
            requester.until(order, OrderState.ACCEPTED)
            earned = wait_until(lambda: earned_by_judging(judge), 60)
    for provider in (worker, judge):
        assert 0 == provider.statement()["difference_wei"], provider.said()
    assert sum(earned.values()) > 0, earned
    pay_wei = 50 * FLOOR_WEI
    paid_wei = worker.statement()["rows_wei"]["compute: job_pay"]
    assert pay_wei - pay_wei * TAKE_BPS // 10_000 == paid_wei


@pytest.mark.parametrize(
    ("level", "role", "keys"),
    [(Level.AUDIT, "auditor", ("dev16", "dev17")), (Level.JURY, "juror", ("dev18", "dev19"))],
)
def test_who_objects_to_a_good_result_pays_for_it(chain, store, level, role, keys):
    """The worker shows its result and stands by it; a judge runs it again; the objector loses."""
    requester = Requester(chain, store)
    judge = ProviderProcess(chain, store, keys[1])
    judge.write_policy(store, f"{role}_wei = {100 * COIN}")
    with ProviderProcess(chain, store, keys[0]) as worker, judge:
        member = Role[role.upper()], chain.account(keys[1])
        wait_until(lambda: chain.view("verification", "member", *member).bond_wei, 60)
        order = requester.order(embedding(requester, TEXTS[:50]), Level.REQUESTER, COIN)
        requester.accept_bid(order, worker.address)
        requester.until(order, OrderState.SUBMITTED)
        requester.challenge(order, level)
        requester.until(order, OrderState.ACCEPTED)
        wait_until(lambda: earned_by_judging(worker), 60)
    for provider in (worker, judge):
        assert 0 == provider.statement()["difference_wei"], provider.said()
    pay_wei = 50 * FLOOR_WEI
    rows = worker.statement()["rows_wei"]
    assert pay_wei - pay_wei * TAKE_BPS // 10_000 == rows["compute: job_pay"]
    shown = chain.view("compute", "provider", chain.account(keys[0]))
    assert (BOND_WEI, 0, 0) == (shown.free_wei, shown.locked_wei, shown.slashed_wei)
    assert 1 == chain.view("verification", "memberStatsOf", *member).coherent


def test_a_hostile_job_costs_its_requester_and_nobody_else(chain, store):
    """A job that breaks its limits is delivered as a note of it, for no pay and no lost bond."""
    requester = Requester(chain, store)
    program = requester.store.put(FORK_BOMB)
    document = Document("exec", requester.store.put(b""), {"program": program.hex()})
    with ProviderProcess(chain, store, "dev4") as provider:
        order = requester.order(document, Level.REQUESTER, COIN)
        requester.accept_bid(order, provider.address)
        requester.until(order, OrderState.SUBMITTED)
        note = json.loads(requester.check_seal(order, provider))
        requester.until(order, OrderState.ACCEPTED)  # by silence
    assert {"ended": "too many processes"} == note
    shown = chain.view("compute", "provider", chain.account("dev4"))
    assert (BOND_WEI, 0, 0, 0) == (
        shown.free_wei, shown.locked_wei, shown.slashed_wei, shown.paid_wei,
    )  # fmt: skip


def test_what_is_not_for_a_provider_gets_no_bid(chain, store):
    """No bid: content that nobody has, a kind that is not run, a price that is too low."""
    requester = Requester(chain, store)
    good = embedding(requester, TEXTS[:3])
    unknown = Document("train", good.input)
    with ProviderProcess(chain, store, "dev4") as provider:
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


def paid_once(provider: ProviderProcess, chain: StoryChain, orders: int, units: int) -> None:
    """Check that a provider was paid for its orders, once each, and lost nothing."""
    pay_wei = units * FLOOR_WEI
    rows = provider.statement()["rows_wei"]
    assert orders * (pay_wei - pay_wei * TAKE_BPS // 10_000) == rows["compute: job_pay"]
    assert -BOND_WEI == rows["sent with calls"], "bond was sent once"
    assert 0 == provider.statement()["difference_wei"]
    shown = chain.view("compute", "provider", chain.account(provider.key))
    assert (BOND_WEI, 0, 0, orders) == (
        shown.free_wei, shown.locked_wei, shown.slashed_wei, shown.ended,
    )  # fmt: skip


def live_and_die(provider: ProviderProcess, requester: Requester, killed: str) -> None:
    """Let an order meet a provider that is killed, and one that starts after it."""
    order = requester.order(embedding(requester, TEXTS[:3]), Level.REQUESTER, COIN)
    provider.start(killed)
    accepted = False
    while not provider.is_over:
        view = requester.view(order)
        if view.progress.state == OrderState.OPEN and not accepted:
            accepted = requester.try_accept_bid(order, provider.address) > 0
        assert view.progress.state not in (OrderState.ACCEPTED, OrderState.MISSED), killed
    provider.start()
    if not accepted:
        requester.accept_bid(order, provider.address)
    requester.until(order, OrderState.SUBMITTED)
    requester.accept_result(order)
    requester.until(order, OrderState.ACCEPTED)
    provider.stop()


REGISTERING = 3  # lines of the journal until a provider is registered
SERVING = 8  # lines from there until an order's result is delivered


@pytest.mark.timeout(600)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_provider_killed_while_it_serves_is_paid_once(chain, store, when):
    """SIGKILL beside every line of the journal that an order writes, then a start: as if never."""
    requester = Requester(chain, store)
    provider = ProviderProcess(chain, store, "dev6" if when == "before" else "dev7")
    with provider:
        wait_until(lambda: chain.view("compute", "provider", chain.account(provider.key)).free_wei)
    for number in range(1, SERVING + 1):
        live_and_die(provider, requester, f"{when}:{number}")
    paid_once(provider, chain, SERVING, 3)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_provider_killed_while_it_registers_puts_its_bond_down_once(chain, store, when):
    """SIGKILL beside every line that is written until a provider is registered."""
    requester = Requester(chain, store)
    for number in range(1, REGISTERING + 1):
        key = 7 + number + (0 if when == "before" else REGISTERING)
        provider = ProviderProcess(chain, store, f"dev{key}")
        live_and_die(provider, requester, f"{when}:{number}")
        paid_once(provider, chain, 1, 3)


@pytest.mark.parametrize(("end", "key"), [("kill", "dev14"), ("stop", "dev5")])
def test_a_provider_that_ends_while_a_job_runs_runs_it_again(chain, store, end, key):
    """Killed or asked to stop, its job dies with it, runs anew after the start, is paid once."""
    requester = Requester(chain, store)
    script = b"#!/bin/sh\nsleep 4\ncat input > output\n"
    program = requester.store.put(script)
    document = Document("exec", requester.store.put(b"given"), {"program": program.hex()})
    provider = ProviderProcess(chain, store, key)
    provider.start()
    order = requester.order(document, Level.REQUESTER, COIN)
    requester.accept_bid(order, provider.address)
    wait_until(lambda: processes_with(b"/job/program"), 30)
    began_s = time.monotonic()
    getattr(provider, end)()
    wait_until(lambda: not processes_with(b"/job/program"), 2)
    assert time.monotonic() - began_s < 3, "nobody waited for the job"
    with provider:
        requester.until(order, OrderState.SUBMITTED)
        assert b"given" == requester.check_seal(order, provider)
        requester.accept_result(order)
        requester.until(order, OrderState.ACCEPTED)
    paid_once(provider, chain, 1, 1)


def processes_with(word: bytes) -> list[str]:
    """Return the processes that have a word in their command."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and word in (entry / "cmdline").read_bytes():
                found.append(entry.name)
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def test_an_embedding_job_runs_on_a_ray_cluster(chain, store):
    """The same job, on a local Ray cluster: the same vectors, the same pay for both."""
    pytest.importorskip("ray", reason="needs the extra kumiai[ray]")
    requester, books = Requester(chain, store), Books(chain)
    with ProviderProcess(chain, store, "dev15", "--executor", "ray") as provider:
        order = requester.order(embedding(requester, TEXTS), Level.REQUESTER, COIN)
        requester.accept_bid(order, provider.address)
        requester.until(order, OrderState.SUBMITTED)
        assert b"".join(map(hashed, TEXTS)) == requester.check_seal(order, provider)
        requester.accept_result(order)
        requester.until(order, OrderState.ACCEPTED)
    check_books(books, len(TEXTS) * FLOOR_WEI, "dev15")
    paid_once(provider, chain, 1, len(TEXTS))
