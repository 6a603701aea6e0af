"""
A whole network on one virtual clock: starts it, plays its scenario, heals it, and waits.

    Scenario -> storm (faults, lies, bad links) -> calm (good links, lies go on) -> Result
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from chain.types.certificate import Certificate
from chain.types.validators import Validator, ValidatorSet
from consensus.host.network import Network
from consensus.host.signer import Signer
from consensus.net.gossip import any_payload
from tests.sim.byzantine import FreeSigner, LyingNetwork
from tests.sim.chain import Database
from tests.sim.checkers import Checkers, Violation
from tests.sim.disk import PowerIsOff, SimDisk
from tests.sim.loop import EPOCH_MS, Deadlock, SimClock, SimLoop
from tests.sim.network import Hub
from tests.sim.node import Crash, Node
from tests.sim.pure import remembered
from tests.sim.real import RealDatabase, Shared
from tests.sim.scenario import CrashAt, CrashWhen, Cut, FullDisk, LostDisk, Scenario
from tests.sim.trace import Trace
from tests.sim.wire import Wires, is_toy_block

CALM_MS_MAX = 300_000  # virtual time in which the calm must bring its blocks
CATCH_UP_ROUNDS = 4  # rounds after the healing in which correct nodes meet in one round
LEFT_BEHIND_MAX = 100  # blocks that a node may lag behind in the calm
RESTART_MS = 1_000  # pause before a node that stopped by itself is started again


@dataclass
class Result:
    """What a simulation came to."""

    seed: int
    violations: list[Violation]
    digest: str
    tail: str
    heights: int = 0
    virtual_ms: int = 0
    rounds: Counter[int] = field(default_factory=Counter)
    calm_rounds: Counter[int] = field(default_factory=Counter)
    crashes: Counter[str] = field(default_factory=Counter)
    links: Counter[str] = field(default_factory=Counter)
    lies: Counter[str] = field(default_factory=Counter)
    evidence: Counter[str] = field(default_factory=Counter)  # that correct nodes took for proven
    calm_ms: int = 0
    calm_rounds_max: int = 0  # most rounds that a height took after the network healed
    latencies_ms: list[int] = field(default_factory=list)  # from a block's time to its commits

    def tail_of(self, lines: int) -> str:
        """Return the last events."""
        return "\n".join(self.tail.splitlines()[-lines:])


class LyingNode(Node):
    """A node whose signer signs anything."""

    def signer(self, disk: SimDisk) -> Signer:
        """Return a signer without a memory."""
        return FreeSigner(self.secret, lambda message: self._checkers.lied(message, self.address))

    def _committed(self, certificate: Certificate) -> None:
        """What a liar commits is nobody's business."""


class Cluster:
    """The nodes, the network between them, and what happens to both."""

    def __init__(self, scenario: Scenario, loop: SimLoop, *, verbose: bool = False) -> None:
        self.scenario, self.loop = scenario, loop
        self.rng = random.Random(f"cluster/{scenario.seed}")
        self.trace = Trace(verbose)
        self.hub = Hub(loop, self.rng, scenario.storm)
        self.wires = Wires(loop, self.hub, any_payload if scenario.real else is_toy_block)
        count = len(scenario.powers)
        secrets = [bytes([1 + n // 200, 1 + n % 200]) * 16 for n in range(count)]
        self._database = self._databases(secrets)
        self.reference = self._database()
        self.checkers = Checkers(
            self.reference.validators_of, scenario.config.timeouts, loop.now_ms
        )
        self.nodes = [self._node(index, secret) for index, secret in enumerate(secrets)]
        self.storming = True
        self.changed = asyncio.Event()
        self.result = Result(scenario.seed, self.checkers.violations, "", "")
        self.checkers.on_violation = self.changed.set
        self._passed: Counter[tuple[int, str]] = Counter()
        self._followers = 0
        self._height_healed, self._round_healed = 0, 0
        self._background: set[asyncio.Task[None]] = set()

    def _databases(self, secrets: list[bytes]) -> Callable[[], Database | RealDatabase]:
        """Return what makes an empty database of a node."""
        powers = self.scenario.powers
        addresses = [FreeSigner(secret, lambda message: None).address for secret in secrets]
        pairs = zip(addresses, powers, strict=True)
        if self.scenario.real:
            shared = Shared({address: 100 * power for address, power in pairs})
            return lambda: RealDatabase(shared)
        rotation = [ValidatorSet(tuple(Validator(address, power) for address, power in pairs))]
        return lambda: Database(rotation)

    def _node(self, index: int, secret: bytes) -> Node:
        kind = LyingNode if index in self.scenario.liars else Node
        node = kind(
            f"n{index}",
            secret,
            self._database(),
            SimClock(self.loop, self.scenario.skews_ms[index % len(self.scenario.skews_ms)]),
            random.Random(f"node/{self.scenario.seed}/{index}"),
            self.checkers,
            self.trace,
        )
        if kind is Node:
            self.checkers.honest.add(node.address)
        node.work_ms_max = self.scenario.work_ms_max
        node.fail_point = lambda name: self._pass(index, name)
        node.on_commit = self._committed
        node.on_evidence = lambda evidence: self.result.evidence.update([type(evidence).__name__])
        return node

    def honest(self) -> list[Node]:
        """Nodes that do not lie."""
        return [n for i, n in enumerate(self.nodes) if i not in self.scenario.liars]

    async def run(self) -> Result:
        """Play the scenario; what went wrong is in the result."""
        for index in range(len(self.nodes)):
            self._start(index)
        self._plan()
        scenario = self.scenario
        await self._until(
            lambda: max(n.height for n in self.honest()) >= scenario.storm_heights,
            scenario.storm_ms_max,
        )
        self._heal()
        goal = max(n.height for n in self.honest()) + scenario.calm_heights
        healed_ms = self.loop.now_ms()
        reached = await self._until(
            lambda: (
                all(n.height >= goal for n in self.honest())
                or max(n.height for n in self.honest()) > goal + LEFT_BEHIND_MAX
            ),
            healed_ms + CALM_MS_MAX,
        )
        reached = reached and all(n.height >= goal for n in self.honest())
        if not reached and not self.checkers.violations:
            stand = {n.name: (n.height, n.engine and n.engine.round_state) for n in self.honest()}
            self.checkers.fail("liveness", f"height {goal} not reached: {stand}")
        self.result.calm_ms = self.loop.now_ms() - healed_ms
        return self._finish()

    def end(self) -> None:
        """Cancel what still runs, and let it end."""
        tasks = sorted(asyncio.all_tasks(self.loop), key=lambda task: task.get_name())
        for task in tasks:
            task.cancel()
        with suppress(Deadlock, Crash, PowerIsOff):
            self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.close()

    # Lives.

    def _start(self, index: int) -> None:
        node = self.nodes[index]
        task = node.start(self._network(index, node), self.scenario.config)
        task.add_done_callback(lambda done: self._ended(index, done))

    def _network(self, index: int, node: Node) -> Network:
        lies = self.scenario.liars.get(index)
        network = self._link_up(node, lies)
        if lies is None:
            return network
        signer = FreeSigner(node.secret, lambda message: self.checkers.lied(message, node.address))
        self.result.lies.update(lies)
        return LyingNetwork(network, self._send_later, lies, signer, node.database, node.rng)

    def _link_up(self, node: Node, lies: tuple[str, ...] | None) -> Network:
        if not self.scenario.wire:
            return self.hub.join(node.name)
        damage = node.rng if lies is not None and "bad payload" in lies else None
        return self.wires.join(node.name, node.clock, damage)

    def _unlink(self, name: str) -> None:
        self.hub.leave(name)
        self.wires.leave(name)

    def _send_later(self, delay_ms: int, sending: Callable[[], Coroutine[Any, Any, None]]) -> None:
        async def wait() -> None:
            await asyncio.sleep(delay_ms / 1_000)
            await sending()

        task = self.loop.create_task(wait())
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    def _ended(self, index: int, done: "asyncio.Task[None]") -> None:
        """An engine stopped by itself: only a disk may make it do that."""
        node = self.nodes[index]
        if done.cancelled() or node.task is not done:
            return
        error = done.exception()
        if isinstance(error, OSError):
            node.note(f"stops: {error}")
            self.result.crashes["disk full"] += 1
            self._end(index, power=False, down_ms=RESTART_MS)
        elif index not in self.scenario.liars:
            self.checkers.fail("no failure", f"{node.name} stopped: {error!r}")

    def _end(self, index: int, *, power: bool, down_ms: int) -> None:
        node = self.nodes[index]
        if not node.is_up:
            return
        self._unlink(node.name)
        node.end(power=power)
        self._later(down_ms, lambda: self._revive(index))

    def _revive(self, index: int) -> None:
        if not self.nodes[index].is_up:
            self._start(index)

    def _pass(self, index: int, name: str) -> None:
        """A node passes a fail point; it may be the place where it dies."""
        if not self.storming or index in self.scenario.liars:
            return
        self._passed[index, name] += 1
        for fault in self.scenario.faults:
            here = isinstance(fault, CrashAt) and (fault.node, fault.fail_point) == (index, name)
            if here and fault.nth == self._passed[index, name]:
                self.result.crashes[name] += 1
                self._end(index, power=fault.power, down_ms=fault.down_ms)
                raise Crash(name)

    # Faults.

    def _plan(self) -> None:
        for fault in self.scenario.faults:
            match fault:
                case CrashWhen(nodes, at_ms, power, down_ms):
                    for index in nodes:
                        self._during_storm(at_ms, self._crash, index, power, down_ms)
                case Cut():
                    self._during_storm(fault.from_ms, self._cut, fault)
                    self._later(fault.until_ms, lambda cut=fault: self._mend(cut))
                case FullDisk(node, from_ms, until_ms):
                    self._during_storm(from_ms, self._fill, node)
                    self._later(until_ms, lambda node=node: self._empty(node))
                case LostDisk(node, at_ms, down_ms):
                    self._during_storm(at_ms, self._lose_disk, node, down_ms)

    def _crash(self, index: int, power: bool, down_ms: int) -> None:
        self.result.crashes["power" if power else "kill"] += 1
        self._end(index, power=power, down_ms=down_ms)

    def _cut(self, cut: Cut) -> None:
        self.result.crashes["cut"] += 1
        self.hub.cuts |= self._pairs(cut)

    def _mend(self, cut: Cut) -> None:
        self.hub.cuts -= self._pairs(cut)

    def _pairs(self, cut: Cut) -> set[tuple[str, str]]:
        pairs = {(f"n{a}", f"n{b}") for a in cut.senders for b in cut.receivers}
        return pairs | {(b, a) for a, b in pairs} if cut.both_ways else pairs

    def _fill(self, index: int) -> None:
        platter = self.nodes[index].platter
        platter.capacity_bytes = platter.used_bytes() + self.rng.randint(0, 400)

    def _empty(self, index: int) -> None:
        self.nodes[index].platter.capacity_bytes = None

    def _lose_disk(self, index: int, down_ms: int) -> None:
        """A new disk and a new key: the old one may have signed what nobody remembers."""
        old = self.nodes[index]
        self.result.crashes["lost disk"] += 1
        if old.is_up:
            self._unlink(old.name)
            old.end(power=True)
        self._followers += 1
        self.nodes[index] = self._node(index, bytes([200 + self._followers]) * 32)
        self._later(down_ms, lambda: self._revive(index))

    def _heal(self) -> None:
        """The storm is over: links are good, everyone is up, no more faults."""
        self.storming = False
        self._height_healed = max(node.height for node in self.honest()) + 1
        states = [n.engine.round_state for n in self.honest() if n.engine is not None]
        rounds = [s.round for s in states if s is not None and s.height == self._height_healed]
        self._round_healed = max([0, *rounds])
        self.trace.note(self.loop.now_ms(), "", "the network heals")
        self.hub.conditions = self.scenario.calm
        self.hub.cuts.clear()
        for index, node in enumerate(self.nodes):
            node.platter.capacity_bytes = None
            self._revive(index)

    # Waiting.

    async def _until(self, holds: Callable[[], bool], deadline_ms: int) -> bool:
        """Wait until something holds after a commit; False when time or a property runs out."""
        while not holds():
            left_ms = deadline_ms - self.loop.now_ms()
            if left_ms <= 0 or self.checkers.violations:
                return False
            self.changed.clear()
            try:
                await asyncio.wait_for(self.changed.wait(), left_ms / 1_000)
            except TimeoutError:
                return holds()
        return not self.checkers.violations

    def _committed(self, certificate: Certificate) -> None:
        result, now_ms = self.result, EPOCH_MS + self.loop.now_ms()
        result.latencies_ms.append(now_ms - certificate.block_id.time_ms)
        if certificate.height > result.heights:
            result.heights = certificate.height
            result.rounds[certificate.round] += 1
            if not self.storming:
                self._check_pace(certificate)
        self.changed.set()

    def _check_pace(self, certificate: Certificate) -> None:
        """After the network has healed a height takes a bounded number of rounds."""
        first = self._round_healed if certificate.height == self._height_healed else 0
        taken = max(certificate.round - first, 0)  # late votes may decide an earlier round
        self.result.calm_rounds[taken] += 1
        self.result.calm_rounds_max = max(self.result.calm_rounds_max, taken)
        if taken > (most := rounds_max(self.scenario)):
            self.checkers.fail(
                "liveness", f"height {certificate.height} took {taken} rounds, {most} at most"
            )

    def _during_storm(self, at_ms: int, act: Callable[..., None], *arguments: object) -> None:
        self._later(at_ms, lambda: act(*arguments) if self.storming else None)

    def _later(self, span_ms: int, act: Callable[[], None]) -> None:
        self.loop.call_later(span_ms / 1_000, act)

    def _finish(self) -> Result:
        result = self.result
        result.digest, result.tail = self.trace.digest(), self.trace.tail()
        result.virtual_ms = self.loop.now_ms()
        result.links = self.hub.counts
        return result


def rounds_max(scenario: Scenario) -> int:
    """
    Rounds that a height may take beyond the one in which the network healed.

    Liars may be the proposers of as many rounds on end as there are liars, and each of their
    turns may hide a lock that the next correct proposer does not know; the turn after that of
    the lock's holder ends it. So two turns of everyone suffice, and two rounds in which those
    who lay behind catch up.
    """
    return 2 * len(scenario.powers) + 2 if scenario.liars else CATCH_UP_ROUNDS


def simulate(scenario: Scenario, *, verbose: bool = False) -> Result:
    """Run one scenario to its end."""
    loop = SimLoop()
    with remembered():
        cluster = Cluster(scenario, loop, verbose=verbose)
        try:
            return loop.run_until_complete(cluster.run())
        finally:
            cluster.end()
