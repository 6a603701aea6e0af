"""Signatures found ahead: which calls bring some, what is bounded, and that no more changes."""

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import pytest

from chain.codec import decode_transaction, sign_transaction
from chain.kit.lookahead import SIGNATURES_MAX, WAITING_MAX, Lookahead, signed_by, signs
from chain.kit.module import Module, call, method_named
from chain.kit.record import Refusal
from chain.kit.signatures import Known, Signed
from chain.kit.typed_data import RECOVERY_GAS
from chain.types.primitives import Address, Hash32
from chain.types.transaction import Transaction

CHAIN_ID = 31337
SIGNER = Address(b"\x11" * 20)


class TooMany(Refusal):
    """More than the method takes."""


def numbered(count: int, chain_id: int, contract: Address) -> Iterable[Signed]:
    """Return so many digests of a chain and a contract; refuse 13, break at 14."""
    if count == 13:
        raise TooMany()
    if count == 14:
        raise KeyError("a bug")
    return ((Hash32(n.to_bytes(12, "big") + contract), bytes(64)) for n in range(count))


class Notary(Module, address=0x0BEF, name="notary"):
    """A module of which one call brings signatures."""

    @call()
    @signs(numbered)
    def attest(self, count: int) -> None:
        """Bring as many signatures."""

    @call()
    def plain(self, count: int) -> None:
        """Bring none."""


class Now(ThreadPoolExecutor):
    """Does at once what it is asked."""

    def submit(self, task: Callable[..., Any], *values: Any, **_: Any) -> Any:
        """Run the task here."""
        task(*values)


class Never(ThreadPoolExecutor):
    """Keeps what it is asked."""

    def __init__(self) -> None:
        super().__init__(1)
        self.asked: list[Any] = []

    def submit(self, *task: Any, **_: Any) -> Any:
        """Keep the task."""
        self.asked.append(task)
        return Future[None]()


class Gone(ThreadPoolExecutor):
    """Takes nothing any more."""

    def submit(self, *_: Any, **__: Any) -> Any:
        """Say so."""
        raise RuntimeError("cannot schedule new futures after shutdown")


def transaction(data: bytes, gas_limit: int = 10**7, to: Address | None = Notary.address) -> Any:
    """Return a transaction that calls the module."""
    prices = {"max_fee_per_gas_wei": 1, "max_priority_fee_per_gas_wei": 1}
    options = {"nonce": 0, "value_wei": 0, "gas_limit": gas_limit, **prices}
    signed = sign_transaction(b"\2" * 32, chain_id=CHAIN_ID, to=to, data=data, **options)
    return decode_transaction(signed.raw)


def attest(count: int, name: str = "attest") -> bytes:
    """Return call data with so many signatures."""
    method = method_named(Notary, name)
    assert method is not None
    return method.encode_call(count)


class Desk:
    """A lookahead whose recovery is a list of what it was asked."""

    def __init__(self, executor: type[ThreadPoolExecutor] = Now) -> None:
        self.asked: list[int] = []
        self.known, self.executor = Known(), executor() if executor is Never else executor(1)
        modules = {Notary.address: Notary}
        self.ahead = Lookahead(modules, CHAIN_ID, self.executor, self.recover, self.known)

    def recover(self, signed: Any) -> list[Address | None]:
        """Say whose they are, and remember how many were asked for."""
        self.asked.append(len(signed))
        return [SIGNER] * len(signed)

    def note(self, item: Transaction) -> list[int]:
        """Return what is asked for a transaction."""
        self.asked.clear()
        self.ahead.note(item)
        return list(self.asked)


def test_what_a_call_brings_is_known_before_it_runs() -> None:
    """Every signature of a waiting call is recovered once, however often the call is seen."""
    desk = Desk()
    assert [3] == desk.note(transaction(attest(3)))
    asked = signed_by(Notary, CHAIN_ID, attest(3))
    assert [SIGNER] * 3 == desk.known.find(asked)
    assert [] == desk.note(transaction(attest(3)))
    assert [2] == desk.note(transaction(attest(5)))


@pytest.mark.parametrize(
    "item",
    [
        transaction(attest(3, "plain")),
        transaction(attest(3), to=Address(b"\x77" * 20)),
        transaction(attest(3), to=None),
        transaction(b""),
        transaction(attest(3)[:4]),
        transaction(attest(3) + b"\1" * 70_000),
        transaction(attest(13)),
    ],
    ids=["plain call", "no module", "creation", "no call", "cut short", "too long", "refused"],
)
def test_what_brings_no_signatures_makes_no_work(item: Transaction) -> None:
    """A call that says nothing, or would be refused, is not looked at."""
    assert [] == Desk().note(item)


def test_nobody_gets_more_recovered_than_the_gas_pays_for() -> None:
    """A limit below what the signatures cost is a call that fails: it gets nothing ahead."""
    desk = Desk()
    assert [] == desk.note(transaction(attest(10), gas_limit=10 * RECOVERY_GAS - 1))
    assert [10] == desk.note(transaction(attest(10), gas_limit=10 * RECOVERY_GAS))


def test_one_transaction_gets_so_many_recovered() -> None:
    """A call with more signatures than any needs gets none of them ahead."""
    desk = Desk()
    assert [] == desk.note(transaction(attest(10**9), gas_limit=10**9))
    assert SIGNATURES_MAX == sum(desk.note(transaction(attest(SIGNATURES_MAX))))


def test_only_so_many_wait() -> None:
    """Whoever sends faster than is recovered is not waited for: calls recover by themselves."""
    desk = Desk(Never)
    for count in range(1, WAITING_MAX + 10):
        desk.ahead.note(transaction(attest(count)))
    assert isinstance(desk.executor, Never)
    assert WAITING_MAX == len(desk.executor.asked)
    run, first = desk.executor.asked.pop()
    run(first)
    desk.ahead.note(transaction(attest(1)))
    assert WAITING_MAX == len(desk.executor.asked)


def test_a_node_that_closes_takes_no_more() -> None:
    """Nothing is lost where nothing is recovered ahead; no place stays taken."""
    desk = Desk(Gone)
    for _ in range(WAITING_MAX + 1):
        assert [] == desk.note(transaction(attest(3)))
    assert 0 == desk.ahead._waiting


def test_a_bug_in_it_stops_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """What breaks ahead is told and given up; the place is free again."""
    desk = Desk()
    with caplog.at_level(logging.ERROR):
        assert [] == desk.note(transaction(attest(14)))
    assert "were not recovered ahead" in caplog.text
    assert [3] == desk.note(transaction(attest(3)))
