"""
A stage for modules: an assembly over a host in memory, calls as the virtual machine makes them.

A call that is refused leaves nothing behind, as a transaction that reverts; `refuses` checks it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from chain.errors import ChainError
from chain.kit.assembly import Assembly, check_invariants, own
from chain.kit.dispatch import decode_result, dispatch
from chain.kit.host import BlockInfo, CallInfo, CommitVote, Misbehaviour
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Module, Paused, method_named
from chain.kit.record import Event, encode_event, topic_of
from chain.kit.usage import Leg, LegAmount
from chain.types.primitives import ZERO_ADDRESS, Address, Height, Seconds, Wei

COIN = Wei(10**18)
GENESIS_S = Seconds(1_700_000_000)


def account(number: int) -> Address:
    """Return the address of a test account."""
    return Address(number.to_bytes(20, "big"))


class NoRewards:
    """For stages without the rewards module: stake earns nothing, so nothing is settled."""

    def settle(self, validator: Address, delegator: Address) -> None:
        """Do nothing."""


class Notebook:
    """Keeps what a market tells of its payments, or refuses to hear it."""

    def __init__(self) -> None:
        self.payments: list[tuple[Address, int, dict[Leg, int]]] = []
        self.refunds: list[tuple[Address, int]] = []
        self.disputes = 0
        self.verdicts: list[bool] = []
        self.refuses = False

    def note_payment(self, payer: Address, uses: int, legs: tuple[LegAmount, ...]) -> None:
        """Hear of a payment."""
        self._listen()
        self.payments.append((payer, uses, {leg.leg: int(leg.amount_wei) for leg in legs}))

    def note_refund(self, payer: Address, amount_wei: Wei) -> None:
        """Hear of a refund."""
        self._listen()
        self.refunds.append((payer, amount_wei))

    def note_dispute(self) -> None:
        """Hear of a dispute."""
        self._listen()
        self.disputes += 1

    def note_verdict(self, supplier_lost: bool) -> None:
        """Hear of a verdict."""
        self._listen()
        self.verdicts.append(supplier_lost)

    def charged_wei(self) -> int:
        """Return the sum of all legs so far."""
        return sum(sum(legs.values()) for _, _, legs in self.payments)

    def _listen(self) -> None:
        if self.refuses:
            raise Paused()


class Stage:
    """The modules of a chain, some funded accounts and a clock."""

    def __init__(self, assembly: Assembly, *, accounts: int = 9, **genesis: Any) -> None:
        self.assembly = assembly
        self.host = MemoryHost(assembly.wires)
        self.host.block = BlockInfo(Height(0), GENESIS_S, 31337, ZERO_ADDRESS)
        for number in range(1, accounts + 1):
            self.host.mint(account(number), Wei(1_000_000 * COIN))
        for module in assembly.modules:
            if module.name in genesis:
                own(module, self.host).genesis(genesis[module.name])  # type: ignore[attr-defined]
        self.assembly.end_block(self.host)
        self.host.logs.clear()
        self._begin(1)

    def call(
        self, module: type[Module], name: str, *values: Any, sender: int = 1, value_wei: int = 0
    ) -> Any:
        """Call a module as a transaction does; what is refused is undone."""
        method = method_named(module, name)
        assert method is not None, f"{module.name} has no {name}"
        mark = self.host.snapshot()
        caller = CallInfo(account(sender), Wei(value_wei))
        self.host.is_static = method.is_view
        try:
            if value_wei:
                self.host.transfer(account(sender), module.address, Wei(value_wei))
            data = dispatch(module, self.host, caller, method.encode_call(*values))
        except ChainError:
            self.host.is_static = False
            self.host.revert(mark)
            raise
        self.host.is_static = False
        return decode_result(method, data)

    def next_block(
        self,
        seconds: int = 1,
        last_commit: tuple[CommitVote, ...] = (),
        misbehaviour: tuple[Misbehaviour, ...] = (),
    ) -> None:
        """End the block, check everything there is to check, and begin the next."""
        self.assembly.end_block(self.host)
        self.check()
        self._begin(seconds, last_commit, misbehaviour)

    def check(self) -> None:
        """Fail where an invariant or an audit of any module does not hold."""
        for module in self.assembly.modules:
            assert not own(module, self.host).is_paused, f"{module.name} is paused"
            mark = self.host.snapshot()
            assert check_invariants(module, self.host, with_audits=True) is None, module.name
            self.host.revert(mark)

    @contextmanager
    def refuses(self, refusal: type[ChainError], words: str = "") -> Iterator[None]:
        """Check that what is inside is refused for this reason, in these words, without trace."""
        before = (dict(self.host.words), dict(self.host.balances_wei), list(self.host.logs))
        try:
            yield
        except refusal as found:
            assert words in str(found)
            assert (self.host.words, self.host.balances_wei, self.host.logs) == before
            return
        raise AssertionError(f"{refusal.__name__} expected, nothing was refused")

    def events(self, kind: type[Event]) -> int:
        """Return how many events of a kind were logged since genesis."""
        topic = int.from_bytes(topic_of(kind), "big")
        return sum(1 for log in self.host.logs if log.topics[0] == topic)

    def logged(self, event: Event) -> bool:
        """Return whether exactly this event was logged since genesis."""
        topics, data = encode_event(event)
        return any(log.topics == tuple(topics) and log.data == data for log in self.host.logs)

    def balance_wei(self, number: int) -> int:
        """Return a test account's coins."""
        return self.host.balance_wei(account(number))

    @property
    def time_s(self) -> Seconds:
        """Return the block's time."""
        return self.host.block.time_s

    @property
    def height(self) -> Height:
        """Return the block's height."""
        return self.host.block.height

    def _begin(
        self,
        seconds: int,
        last_commit: tuple[CommitVote, ...] = (),
        misbehaviour: tuple[Misbehaviour, ...] = (),
    ) -> None:
        height, time_s = Height(self.height + 1), Seconds(self.time_s + seconds)
        self.host.block = BlockInfo(height, time_s, 31337, ZERO_ADDRESS, last_commit, misbehaviour)
        self.host.minted_wei = self.host.burned_wei = 0
        self.host.forget()  # no call is under way between blocks
        self.assembly.begin_block(self.host)
