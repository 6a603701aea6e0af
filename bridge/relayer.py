"""
A relayer: looks at both ends of a route, plans, proves, submits; again and again.

    round: observe(a), observe(b) --> at each end: plan --update, prove, submit--> outcomes

It is trusted with nothing and remembers nothing that it could not read again. What another relayer
has done meanwhile is no error; what is refused waits longer each time.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from bridge.book import NOTHING
from bridge.endpoint import AnswerInvalid, EndpointUnreachable, RpcRefused
from bridge.ends.end import Call, Outcome
from bridge.ends.errors import ProofWrong, RouteWrong
from bridge.journal import Bookmark, Journal
from bridge.metrics import Metrics
from bridge.planning import Plan, Policy, plan
from bridge.proving import call_for
from bridge.refusals import Standing, standing_of
from bridge.side import SCAN_BLOCKS, Key, Side
from chain.types.primitives import Height, Wei

SCANS_MAX: Final = 50  # questions of one round; a long way is read in several rounds
POLL_S: Final = 1.0  # seconds between two rounds in which nothing was done
TROUBLE: Final = (EndpointUnreachable, AnswerInvalid, RpcRefused, ProofWrong)
WEI_PER_COIN: Final = 10**18
DEFAULT_POLICY: Final = Policy()
log = logging.getLogger("kumiai.relayer")


@dataclass(frozen=True, slots=True)
class Intention:
    """What a dry run would do at one end."""

    chain_id: int
    plan: Plan


class Relayer:
    """Carries packets both ways between two ends."""

    def __init__(
        self,
        sides: tuple[Side, Side],
        journal: Journal | None = None,
        policy: Policy = DEFAULT_POLICY,
        metrics: Metrics | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.sides, self._policy, self._clock = sides, policy, clock
        self.metrics = metrics or Metrics()
        self._journal = journal

    async def begin(self) -> None:
        """Read the route at both ends; raises RouteWrong where they do not name each other."""
        one, two = self.sides
        for here, there in ((one, two), (two, one)):
            if here.end.remote != there.end.place:
                raise RouteWrong(
                    f"route {here.end.place.route} of chain {here.name} leads to route "
                    f"{here.end.remote.route} of 0x{here.end.remote.bridge.hex()} on chain "
                    f"{here.end.remote.chain_id}, not to the other end that was given"
                )
        self._restart()

    async def run(
        self, poll_s: float = POLL_S, on_round: Callable[[], None] = lambda: None
    ) -> None:
        """
        Relay until cancelled, which loses nothing; trouble with a node is waited out.

        `on_round` is called after each look at both ends.
        """
        while True:
            done = await self.round()
            on_round()
            if not done:
                await asyncio.sleep(poll_s)

    async def round(self) -> int:
        """Look at both ends and do what is ready; return how many calls blocks took."""
        self.metrics.rounds.inc()
        if not await self._observe_both():
            return 0
        one, two = self.sides
        # Neither end waits for the other one's blocks.
        done = await asyncio.gather(self._act_or_tell(one, two), self._act_or_tell(two, one))
        return sum(done)

    async def intentions(self) -> list[Intention]:
        """Return what a round would do, without doing it; raises what the ends raise."""
        await self.look()
        one, two = self.sides
        return [
            Intention(here.end.place.chain_id, plan(here.book, there.book, self._policy))
            for here, there in ((one, two), (two, one))
        ]

    async def look(self) -> None:
        """Read both ends up to their heads, and do nothing; raises what the ends raise."""
        for side in self.sides:
            while not await self._observe(side):
                continue
        self._tidy()

    async def _observe_both(self) -> bool:
        """Read what is new at both ends; return whether both are known up to their heads."""
        known = []
        for side in self.sides:
            try:
                known.append(await self._observe(side))
            except TROUBLE as trouble:
                self._note_trouble(side, trouble)
                known.append(False)
        if not all(known):
            return False  # of what is half read nothing may be forgotten
        self._tidy()
        self._remember()
        return True

    async def _observe(self, side: Side) -> bool:
        """Read an end's new final blocks; return whether all are read."""
        book, end = side.book, side.end
        head = await end.head()
        if head.height < book.head.height:
            return False  # a node that lags behind the one that was asked before
        if book.marks and await end.block_hash(book.head.height) != book.head.hash:
            log.warning("chain %s: final block %d is another now", side.name, book.head.height)
            self._restart(is_journal_good=False)  # nothing that was read counts any more
            return False
        for _ in range(SCANS_MAX):
            if book.scanned >= head.height:
                break
            await self._scan(side, head.height)
        book.note_head(head)
        book.is_open = await end.is_open()
        await self._read_trust(side)
        self._measure(side, await end.balance_wei())
        return book.scanned >= head.height

    async def _scan(self, side: Side, newest: Height) -> None:
        """Read the logs of some blocks more, of fewer at once where the node refuses so many."""
        book = side.book
        last = Height(min(newest, book.scanned + side.scan_blocks))
        try:
            found = await side.end.happened(Height(book.scanned + 1), last)
        except RpcRefused:
            if side.scan_blocks == 1:
                raise
            side.scan_blocks = max(1, side.scan_blocks // 4)
            return
        book.note(found, last)
        side.scan_blocks = min(2 * side.scan_blocks, SCAN_BLOCKS)

    async def _read_trust(self, side: Side) -> None:
        trust = await side.end.trust()
        can_prove = trust.can_prove and trust.height > side.unprovable
        side.book.trust = replace(trust, can_prove=can_prove)

    async def _act_or_tell(self, here: Side, there: Side) -> int:
        try:
            return await self._act(here, there)
        except TROUBLE as trouble:
            self._note_trouble(here, trouble)
            return 0

    async def _act(self, here: Side, there: Side) -> int:
        found = self._planned(here, there)
        done = 0
        if found.wanted is not None and here.may_update(self._clock()):
            done = await self._update(here, there, found.wanted)
            found = self._planned(here, there)
        calls = await self._calls(found, here, there)
        if not calls:
            return done
        outcomes = await here.end.submit(list(calls.values()))
        for (key, call), outcome in zip(calls.items(), outcomes, strict=True):
            self._note_outcome(here, key, call, outcome)
        return done + sum(outcome.succeeded for outcome in outcomes)

    async def _calls(self, found: Plan, here: Side, there: Side) -> dict[Key, Call]:
        """Return the transactions of a plan; what cannot be proven waits, and holds up nothing."""
        if not found.items:
            return {}
        root = await here.end.trusted_root(here.book.trust.height)
        made = await asyncio.gather(
            *(call_for(item, here, there, root) for item in found.items), return_exceptions=True
        )
        calls = {}
        for item, call in zip(found.items, made, strict=True):
            key = (item.task, item.sequence)
            if isinstance(call, ProofWrong):
                self._note_trouble(there, call)
                here.postpone(key, Standing.WRONG, self._clock())
            elif isinstance(call, RpcRefused):
                # Its state is not kept any more: only a newer block can be proven.
                self._note_trouble(there, call)
                here.unprovable = here.book.trust.height
            elif isinstance(call, BaseException):
                raise call
            elif call is not None:
                calls[key] = call
        return calls

    def _planned(self, here: Side, there: Side) -> Plan:
        return plan(here.book, there.book, self._policy, here.held(self._clock()))

    async def _update(self, here: Side, there: Side, wanted: Height) -> int:
        """Bring an end's client to a newer block; return how many steps that took."""
        done = 0
        for call in await here.end.updates(there.end, wanted):
            outcome = (await here.end.submit([call]))[0]
            self._count(here, "update", call, outcome)
            here.note_update(outcome.succeeded, standing_of(outcome.reason), self._clock())
            if not outcome.succeeded:
                break
            done += 1
        await self._read_trust(here)
        if not here.book.trust.is_live:
            log.error("chain %s: its client is frozen or expired; governance must act", here.name)
        return done

    def _note_outcome(self, here: Side, key: Key, call: Call, outcome: Outcome) -> None:
        """Hold what was tried: until its block is final, or for a while that grows."""
        self._count(here, key[0].value, call, outcome)
        if outcome.succeeded and outcome.height is not None:
            here.hold_until_final(key, outcome.height)
        else:
            here.postpone(key, standing_of(outcome.reason), self._clock())

    def _count(self, here: Side, task: str, call: Call, outcome: Outcome) -> None:
        if outcome.height is not None:
            self.metrics.gas.labels(here.name).inc(outcome.gas)
        if outcome.succeeded:
            self.metrics.done.labels(here.name, task).inc()
            log.info("chain %s: %s, in block %s", here.name, call.what, outcome.height)
            return
        self.metrics.refused.labels(here.name, outcome.reason[:48]).inc()
        is_news = standing_of(outcome.reason) is Standing.WRONG
        level = logging.WARNING if is_news else logging.INFO
        log.log(level, "chain %s: %s: %s", here.name, call.what, outcome.reason)

    def _note_trouble(self, side: Side, trouble: Exception) -> None:
        self.metrics.failures.labels(side.name).inc()
        log.warning("chain %s: %s", side.name, trouble)

    def _tidy(self) -> None:
        """Forget what has ended."""
        one, two = self.sides
        one.tidy(two)
        two.tidy(one)

    def _remember(self) -> None:
        if self._journal is None:
            return
        self._journal.save(
            {
                side.end.place.chain_id: Bookmark(side.book.low_height(), side.book.last_sent)
                for side in self.sides
            }
        )

    def _restart(self, *, is_journal_good: bool = True) -> None:
        """Begin to read both ends where the journal says."""
        is_known = self._journal is not None and is_journal_good
        marks = self._journal.load() if self._journal is not None and is_known else {}
        for side in self.sides:
            side.forget()
            mark = marks.get(side.end.place.chain_id)
            if mark is not None:
                side.book.scanned = Height(max(mark.height - 1, NOTHING))
                side.book.last_sent = mark.last_sent

    def _measure(self, side: Side, balance_wei: Wei | None) -> None:
        book, name, numbers = side.book, side.name, self.metrics
        numbers.head.labels(name).set(book.head.height)
        numbers.pending.labels(name).set(len(book.sent))
        timeouts = [one.packet.timeout_s for one in book.sent.values()]
        numbers.oldest_s.labels(name).set(min(timeouts, default=0))
        numbers.trusted.labels(name).set(book.trust.height)
        numbers.expires_s.labels(name).set(book.trust.expires_s)
        numbers.is_live.labels(name).set(book.trust.is_live)
        numbers.is_open.labels(name).set(book.is_open)
        if balance_wei is not None:
            numbers.balance.labels(name).set(balance_wei / WEI_PER_COIN)
