"""
A relayer: looks at both ends of a route, plans, proves, submits; again and again.

    round: observe(a), observe(b) --> at each end: plan --update, prove, submit--> outcomes

It is trusted with nothing and remembers nothing that it could not read again. What another relayer
has done meanwhile is no error; what is refused waits longer each time.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from bridge import packet_calls
from bridge.book import NOTHING, Book
from bridge.endpoint import AnswerInvalid, EndpointUnreachable, RpcRefused
from bridge.ends.end import Call, ChainEnd, Outcome
from bridge.ends.errors import ProofWrong, RouteWrong
from bridge.journal import Bookmark, Journal
from bridge.metrics import Metrics
from bridge.packets import ACKNOWLEDGEMENTS_SLOT, COMMITMENTS_SLOT, RECEIPTS_SLOT, slot_of
from bridge.planning import Item, Plan, Policy, Task, plan
from bridge.records import StateProof
from bridge.refusals import Standing, standing_of
from chain.state_proofs import ProofRefused, verify_account, verify_slot
from chain.types.primitives import Address, Height

SCAN_BLOCKS: Final = 2_000  # of one question for logs
SCANS_MAX: Final = 50  # questions of one round; a long way is read in several rounds
POLL_S: Final = 1.0  # seconds between two rounds in which nothing was done
PAUSE_S: Final = 2.0  # seconds until what was refused is tried again; doubled each time
PAUSE_S_MAX: Final = 300.0
HOLDS_MAX: Final = 50_000  # remembered tries; the bound of two full books
TROUBLE: Final = (EndpointUnreachable, AnswerInvalid, RpcRefused, ProofWrong)
DEFAULT_POLICY: Final = Policy()
log = logging.getLogger("kumiai.relayer")

Key = tuple[Task, int]  # what is done, for which packet
_MAPPINGS: Final = {  # where the other chain keeps what each task proves
    Task.DELIVER: COMMITMENTS_SLOT,
    Task.ACKNOWLEDGE: ACKNOWLEDGEMENTS_SLOT,
    Task.TIMEOUT: RECEIPTS_SLOT,
}


@dataclass(slots=True)
class Hold:
    """Why something is not tried now: a block took it that is not final, or it was refused."""

    height: Height | None = None
    until_s: float = 0.0
    tries: int = 0


@dataclass
class Side:
    """An end, what is known of it, and whom the other end pays for deliveries here."""

    end: ChainEnd
    payee: Address  # on the other chain
    book: Book = field(default_factory=Book)
    holds: dict[Key, Hold] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The chain, for people and metrics."""
        return str(self.end.place.chain_id)


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

    async def run(self, stop: asyncio.Event, poll_s: float = POLL_S) -> None:
        """Relay until told to stop; trouble with a node is waited out."""
        while not stop.is_set():
            done = await self.round()
            if done:
                continue
            try:
                await asyncio.wait_for(stop.wait(), poll_s)
            except TimeoutError:
                continue

    async def round(self) -> int:
        """Look at both ends and do what is ready; return how many calls blocks took."""
        self.metrics.rounds.inc()
        if not await self._observe_both():
            return 0
        one, two = self.sides
        done = 0
        for here, there in ((one, two), (two, one)):
            try:
                done += await self._act(here, there)
            except TROUBLE as trouble:
                self._note_trouble(here, trouble)
        return done

    async def intentions(self) -> list[Intention]:
        """Return what a round would do, without doing it; raises what the ends raise."""
        one, two = self.sides
        for side in self.sides:
            while not await self._observe(side):
                continue
        self._tidy()
        return [
            Intention(here.end.place.chain_id, plan(here.book, there.book, self._policy))
            for here, there in ((one, two), (two, one))
        ]

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
            last = Height(min(head.height, book.scanned + SCAN_BLOCKS))
            book.note(await end.happened(Height(book.scanned + 1), last), last)
        book.note_head(head)
        book.trust, book.is_open = await end.trust(), await end.is_open()
        self._measure(side)
        return book.scanned >= head.height

    async def _act(self, here: Side, there: Side) -> int:
        found = self._planned(here, there)
        done = 0
        if found.wanted is not None:
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
        calls = {}
        for item in found.items:
            key = (item.task, item.sequence)
            try:
                call = await self._call(item, here, there)
            except ProofWrong as trouble:
                self._note_trouble(there, trouble)
                self._postpone(here, key, Standing.WRONG)
                continue
            if call is not None:
                calls[key] = call
        return calls

    def _planned(self, here: Side, there: Side) -> Plan:
        held = {key for key, hold in here.holds.items() if self._is_held(here, hold)}
        return plan(here.book, there.book, self._policy, held)

    async def _update(self, here: Side, there: Side, wanted: Height) -> int:
        """Bring an end's client to a newer block; return how many steps that took."""
        done = 0
        for call in await here.end.updates(there.end, wanted):
            outcome = (await here.end.submit([call]))[0]
            self._count(here, "update", call, outcome)
            if not outcome.succeeded:
                break
            done += 1
        here.book.trust = await here.end.trust()
        if not here.book.trust.is_live:
            log.error("chain %s: its client is frozen or expired; governance must act", here.name)
        return done

    async def _call(self, item: Item, here: Side, there: Side) -> Call | None:
        """
        Return the transaction for an item, its proof checked as the chain will check it.

        None where the other chain has gone on since it was read: the next round knows more.
        """
        at, sequence = here.end.place, item.sequence
        if item.task is Task.RELEASE:
            return packet_calls.release(at, there.book.sent[sequence].packet)
        proof = await self._proof(here, there, _MAPPINGS[item.task], sequence)
        if proof is None:
            return None
        if item.task is Task.DELIVER:
            packet = there.book.sent[sequence].packet
            return packet_calls.deliver(at, packet, proof, here.payee)
        packet = here.book.sent[sequence].packet
        if item.task is Task.TIMEOUT:
            return packet_calls.timeout(at, packet, proof)
        answer = there.book.answers[sequence].answer
        return packet_calls.acknowledge(at, packet, answer, proof)

    async def _proof(
        self, here: Side, there: Side, mapping: int, sequence: int
    ) -> StateProof | None:
        """Return a proof of the other chain's by the newest root that this end trusts."""
        height = here.book.trust.height
        remote = there.end.place
        slot = slot_of(mapping, remote.route, sequence)
        proof = await there.end.proof(height, slot)
        root = await here.end.trusted_root(height)
        try:
            account = verify_account(root, remote.bridge, proof.account_nodes)
            word = verify_slot(account, slot, proof.slot_nodes)
        except ProofRefused as cause:
            raise ProofWrong(
                f"chain {there.name}: the proof at height {height} does not fit the state root "
                f"that chain {here.name} trusts, so the node lies or is on a fork: {cause}"
            ) from cause
        if account is not None and (word == 0) == (mapping == RECEIPTS_SLOT):
            return proof
        if height <= there.book.scanned:
            raise ProofWrong(
                f"chain {there.name}: its state at height {height} says otherwise than its logs "
                f"about packet {sequence}, so the node lies or its logs are of a fork"
            )
        return None  # somebody did it since the logs were read

    def _note_outcome(self, here: Side, key: Key, call: Call, outcome: Outcome) -> None:
        """Hold what was tried: until its block is final, or for a while that grows."""
        self._count(here, key[0].value, call, outcome)
        if outcome.succeeded:
            here.holds[key] = Hold(height=outcome.height)
            return
        self._postpone(here, key, standing_of(outcome.reason))

    def _postpone(self, here: Side, key: Key, standing: Standing) -> None:
        hold = here.holds.setdefault(key, Hold())
        hold.height, hold.tries = None, hold.tries + 1
        pause_s = PAUSE_S
        if standing is not Standing.DONE:
            pause_s = min(PAUSE_S * 2 ** min(hold.tries - 1, 16), PAUSE_S_MAX)
        hold.until_s = self._clock() + pause_s

    def _is_held(self, side: Side, hold: Hold) -> bool:
        if hold.height is not None:
            # Read past it and still to be done: its block went away, so it is done again.
            return side.book.scanned < hold.height
        return self._clock() < hold.until_s

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
        for here, there in ((one, two), (two, one)):
            here.book.forget_settled(there.book)
            ended = [key for key in here.holds if not _concerns(key, here, there)]
            for key in ended:
                del here.holds[key]
            for key in sorted(here.holds, key=str)[HOLDS_MAX:]:
                del here.holds[key]

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
            side.book, side.holds = Book(), {}
            mark = marks.get(side.end.place.chain_id)
            if mark is not None:
                side.book.scanned = Height(max(mark.height - 1, NOTHING))
                side.book.last_sent = mark.last_sent

    def _measure(self, side: Side) -> None:
        book, name, numbers = side.book, side.name, self.metrics
        numbers.head.labels(name).set(book.head.height)
        numbers.pending.labels(name).set(len(book.sent))
        timeouts = [one.packet.timeout_s for one in book.sent.values()]
        numbers.oldest_s.labels(name).set(min(timeouts, default=0))
        numbers.trusted.labels(name).set(book.trust.height)
        numbers.expires_s.labels(name).set(book.trust.expires_s)
        numbers.is_live.labels(name).set(book.trust.is_live)
        numbers.is_open.labels(name).set(book.is_open)


def _concerns(key: Key, here: Side, there: Side) -> bool:
    """Whether a packet is still under way."""
    source = there if key[0] in (Task.DELIVER, Task.RELEASE) else here
    return key[1] in source.book.sent


def states_of(sides: Sequence[Side]) -> list[dict[str, object]]:
    """Return what is known of each end, for programs."""
    return [
        {
            "chain_id": side.end.place.chain_id,
            "route": side.end.place.route,
            "height": side.book.head.height,
            "pending": len(side.book.sent),
            "client_height": side.book.trust.height,
            "client_live": side.book.trust.is_live,
            "client_expires_s": side.book.trust.expires_s,
            "open": side.book.is_open,
        }
        for side in sides
    ]
