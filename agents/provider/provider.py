"""
One provider from its start to its stop: turn after turn, each as if it was the first.

    start: settle what the journal left open, register, join
    turn:  find orders, serve those won, judge, beat, draw pay     woken by blocks and by results
    stop:  no turn is cut in two; jobs that run begin anew after the next start

What the chain says decides, so a turn after a crash does what the crash prevented, and no more.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from agents.books import Books, Statement
from agents.provider.account import FAULTS_OF_NODES, Account
from agents.provider.beats import Beats
from agents.provider.journal import Journal
from agents.provider.judging import Judge
from agents.provider.market import Market
from agents.provider.metrics import WEI_PER_COIN, Metrics
from agents.provider.policy import Policy
from agents.provider.registration import Registration
from agents.provider.workbench import Workbench
from client import Client, ClientError, Wallet

LOG: Final = logging.getLogger(__name__)
POLL_S: Final = 0.25  # between two looks at the chain's height
PATIENCE_S: Final = 2.0  # before a node that failed is asked again
OnTurn = Callable[["Standing"], None]


@dataclass(frozen=True)
class Standing:
    """A provider after a turn, for whoever watches."""

    height: int
    orders: dict[int, str]
    running: int
    results: int
    votes: int
    statement: Statement


class Provider:
    """Finds work, does it, and judges the work of others, by a policy."""

    def __init__(
        self,
        client: Client,
        journal: Journal,
        policy: Policy,
        workbench: Workbench,
        metrics: Metrics,
        device_wallet: Wallet | None = None,
    ) -> None:
        self._journal, self._policy, self._workbench = journal, policy, workbench
        self._metrics, self._account = metrics, Account(client, journal)
        self._client = self._account.client
        self._market = Market(self._account, journal, policy, workbench)
        self._judge = Judge(self._account, journal, workbench)
        self._beats: Beats | None = None
        if policy.device is not None and device_wallet is not None:
            self._beats = Beats(self._account, policy.device, device_wallet)

    async def run(self, stop: asyncio.Event, on_turn: OnTurn) -> None:
        """Work until `stop` is set; a node that fails is asked again, for as long as it takes."""
        books: Books | None = None
        seen = (-1, -1)  # height and work done: a turn is due where either has grown
        try:
            while not stop.is_set():
                try:
                    if books is None:
                        await self._begin()
                        books = Books(self._client, self._journal.memory)
                    await self._account.settle()
                    height = await self._client.height()
                    if (height, self._done) != seen:
                        seen = height, self._done
                        await self.turn()
                        on_turn(await self._standing(books))
                    await _either(stop, POLL_S)
                except ClientError as fault:
                    if books is None and not isinstance(fault, FAULTS_OF_NODES):
                        raise  # a start that is refused: its operator should hear of it
                    self._metrics.failures.inc()
                    LOG.warning("%s", fault)
                    await _either(stop, PATIENCE_S)
        finally:
            await self._market.close()
            await self._judge.close()
            await self._workbench.close()

    async def turn(self) -> None:
        """Do everything that there is to do now; raises NodeError."""
        steps = [self._market.serve, self._judge.serve, self._draw_pay, self._market.find]
        if self._beats is not None:
            steps.append(self._beats.serve)
        for step in steps:
            await self._account.contain(step.__qualname__, step())

    @property
    def _done(self) -> int:
        memory = self._journal.memory
        return len(memory.results) + len(memory.votes)

    async def _begin(self) -> None:
        """Open the books, register and join, whatever of it is not done yet."""
        memory, client = self._journal.memory, self._client
        if not memory.began_height:
            height = await client.height()
            self._journal.begin(height, await client.balance_wei(height=height))
        await self._account.settle()
        await Registration(self._account, self._policy).complete()

    async def _draw_pay(self) -> None:
        """Take home what lies in the verifier's purse; pay for jobs comes by itself."""
        verification = self._client.verification
        free_wei = await verification.free(self._client.address)
        if free_wei and free_wei >= self._policy.withdraw_wei_min:
            await self._account.do("withdraw", lambda: verification.withdraw(free_wei))

    async def _standing(self, books: Books) -> Standing:
        memory, metrics = self._journal.memory, self._metrics
        statement = await books.read()
        metrics.height.set(statement.height)
        metrics.engaged.set(len(self._market.engaged))
        metrics.running.set(self._workbench.running)
        metrics.results.set(len(memory.results))
        metrics.votes.set(len(memory.votes))
        metrics.calls.set(self._account.calls)
        metrics.refusals.set(self._account.refusals)
        metrics.balance.set(statement.closing_wei / WEI_PER_COIN)
        metrics.income.set(books.income_wei / WEI_PER_COIN)
        metrics.fees.set(memory.fees_wei / WEI_PER_COIN)
        return Standing(
            statement.height,
            {number: state.name for number, state in self._market.engaged.items()},
            self._workbench.running,
            len(memory.results),
            len(memory.votes),
            statement,
        )


async def _either(stop: asyncio.Event, seconds: float) -> None:
    """Wait for a while, or until the stop."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
