"""
What one seed does to a cluster: conditions, faults and liars, drawn before anything runs.

    seed, profile -> Scenario (pure data) -> Cluster
"""

import random
from dataclasses import dataclass, replace

from consensus.host.config import EngineConfig, SyncConfig, TimeoutConfig
from consensus.host.engine import FAIL_POINTS
from tests.sim.byzantine import LIES
from tests.sim.network import Conditions

SKEW_MS_MAX = 250  # so that two clocks lie within the engine's precision of 505 ms
HEALTHY = Conditions(delay_ms_min=1, delay_ms_max=60)  # links after the network has healed
STORM_HEIGHTS = 2  # blocks decided before the network heals, unless the storm is over before
STORM_MS_MAX = 30_000  # virtual time after which the network heals in any case
SYNC = SyncConfig(
    startup_ms=300,
    patience_ms=1_500,
    grace_ms=400,
    request_ms=1_000,
    pause_ms=3_000,
    tick_ms=200,
)
PATIENT = EngineConfig(
    timeouts=TimeoutConfig(1_500, 300, 600, 300, 600, 300, 10_000),
    block_interval_ms=500,
    resend_ms=700,
    status_ms=1_000,
    sync=SYNC,
)
# Waits so short that a bad network needs several rounds, and a good one just one.
HASTY = EngineConfig(
    timeouts=TimeoutConfig(500, 150, 250, 100, 250, 100, 5_000),
    block_interval_ms=200,
    resend_ms=400,
    status_ms=1_000,
    sync=SYNC,
)
CALM_HEIGHTS = 2  # further blocks that everyone must decide after it


@dataclass(frozen=True, slots=True)
class CrashAt:
    """One node dies as it passes a fail point for the nth time."""

    node: int
    fail_point: str
    nth: int
    power: bool  # the machine too, with what was not synced
    down_ms: int


@dataclass(frozen=True, slots=True)
class CrashWhen:
    """Some nodes die at one moment."""

    nodes: tuple[int, ...]
    at_ms: int
    power: bool
    down_ms: int


@dataclass(frozen=True, slots=True)
class Cut:
    """Links from some nodes to others carry nothing for a while."""

    senders: tuple[int, ...]
    receivers: tuple[int, ...]
    both_ways: bool
    from_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class FullDisk:
    """A node's disk takes no more for a while; the node stops and is started again."""

    node: int
    from_ms: int
    until_ms: int


@dataclass(frozen=True, slots=True)
class LostDisk:
    """A node loses its disk, and goes on with an empty one and another key, as a follower."""

    node: int
    at_ms: int
    down_ms: int


Fault = CrashAt | CrashWhen | Cut | FullDisk | LostDisk


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything that is decided before the first event."""

    seed: int
    powers: tuple[int, ...]
    skews_ms: tuple[int, ...]
    storm: Conditions
    calm: Conditions
    liars: dict[int, tuple[str, ...]]  # node, kinds of lies
    faults: tuple[Fault, ...]
    config: EngineConfig
    work_ms_max: int
    storm_heights: int = STORM_HEIGHTS
    storm_ms_max: int = STORM_MS_MAX
    calm_heights: int = CALM_HEIGHTS
    real: bool = False  # the real chain with its modules, instead of the toy
    wire: bool = False  # production gossip over packets, instead of whole messages


@dataclass(frozen=True, slots=True)
class Profile:
    """How hard a family of scenarios is; chances from 0 to 1."""

    name: str
    loss_max: float = 0.6
    late_ms_max: int = 4_000
    lying: float = 0.6  # chance that there are liars at all
    lies: tuple[str, ...] = LIES
    cuts_max: int = 3
    crashes_max: int = 4
    power: float = 0.5  # of crashes, how many take the machine too
    full_disks: float = 0.1
    lost_disks: float = 0.05
    fail_points: tuple[str, ...] = FAIL_POINTS
    storm: Conditions | None = None  # instead of a drawn one
    calm: Conditions = HEALTHY
    storm_heights: int = STORM_HEIGHTS
    storm_ms_max: int = STORM_MS_MAX
    calm_heights: int = CALM_HEIGHTS
    skew_ms_max: int = SKEW_MS_MAX
    real: float = 0.0  # chance of the real chain instead of the toy
    wire: float = 0.0  # chance of gossip over packets instead of whole messages
    configs: tuple[EngineConfig, ...] = (PATIENT, HASTY, HASTY)  # one is drawn


STORM = Profile("storm", real=0.02, wire=0.05)
ROUGH = Profile("rough", loss_max=0.8, cuts_max=4, crashes_max=1, storm_heights=3)
POWER = Profile(
    "power",
    cuts_max=2,
    crashes_max=8,
    power=1.0,
    lying=0.3,
    full_disks=0.0,
    fail_points=("sign.after", "wal.after_sync", "sign.before"),
)
CROWD = Profile("crowd", storm_heights=1, calm_heights=1, cuts_max=2, crashes_max=2)
LATENCY50 = Profile(
    "latency50",
    storm=Conditions(delay_ms_min=45, delay_ms_max=55),
    calm=Conditions(delay_ms_min=45, delay_ms_max=55),
    lying=0.0,
    cuts_max=0,
    crashes_max=0,
    full_disks=0.0,
    lost_disks=0.0,
    storm_heights=0,
    calm_heights=20,
    skew_ms_max=0,
    configs=(EngineConfig(),),
)
REAL = Profile("real", real=1.0)
WIRE = Profile("wire", wire=1.0)
PROFILES = {p.name: p for p in (STORM, ROUGH, POWER, CROWD, LATENCY50, REAL, WIRE)}
CROWD_MIN = 16  # validators from which on the storm is shorter, to keep a seed in seconds


def profile_for(count: int) -> Profile:
    """Return the profile in which clusters of a size are tried by default."""
    return CROWD if count >= CROWD_MIN else STORM


def draw(seed: int, count: int, profile: Profile) -> Scenario:
    """Scenario of a seed; equal arguments give equal scenarios."""
    rng = random.Random(f"{seed}/{count}/{profile.name}")
    powers = _powers(rng, count)
    liars = _liars(rng, powers, profile)
    honest = [node for node in range(count) if node not in liars]
    return Scenario(
        seed,
        powers,
        tuple(rng.randint(-profile.skew_ms_max, profile.skew_ms_max) for _ in range(count)),
        profile.storm or _storm(rng, profile),
        profile.calm,
        liars,
        tuple(_faults(rng, powers, honest, profile)),
        rng.choice(profile.configs),
        rng.choice((0, 0, 30, 200)) if profile.crashes_max else 0,
        profile.storm_heights,
        profile.storm_ms_max,
        profile.calm_heights,
        rng.random() < profile.real,
        rng.random() < profile.wire,
    )


def _powers(rng: random.Random, count: int) -> tuple[int, ...]:
    """Equal powers, mostly; else unequal ones, none of which can stop the chain alone."""
    if rng.random() < 0.6:
        return (10,) * count
    powers = tuple(rng.randint(5, 15) for _ in range(count))
    return powers if 3 * max(powers) < sum(powers) else (10,) * count


def _liars(
    rng: random.Random, powers: tuple[int, ...], profile: Profile
) -> dict[int, tuple[str, ...]]:
    """Draw liars with less than a third of the power together."""
    if rng.random() >= profile.lying:
        return {}
    order = list(range(len(powers)))
    rng.shuffle(order)
    liars: dict[int, tuple[str, ...]] = {}
    for node in order:
        power = sum(powers[liar] for liar in (*liars, node))
        if 3 * power < sum(powers):
            liars[node] = tuple(rng.sample(profile.lies, rng.randint(1, min(3, len(profile.lies)))))
    return liars


def _storm(rng: random.Random, profile: Profile) -> Conditions:
    """Anything from a good network to a terrible one."""
    harshness = rng.random()
    return Conditions(
        loss=profile.loss_max * harshness,
        delay_ms_min=rng.randint(1, 20),
        delay_ms_max=rng.choice((30, 100, 400, 900)),
        late=0.3 * rng.random(),
        late_ms_max=profile.late_ms_max,
        repeat=0.2 * rng.random(),
    )


def _faults(
    rng: random.Random, powers: tuple[int, ...], honest: list[int], profile: Profile
) -> list[Fault]:
    faults: list[Fault] = []
    for _ in range(rng.randint(0, profile.cuts_max)):
        faults.append(_cut(rng, len(powers)))
    for _ in range(rng.randint(0, profile.crashes_max)):
        faults.append(_crash(rng, honest, profile))
    if rng.random() < profile.full_disks:
        start_ms = rng.randint(500, 8_000)
        faults.append(FullDisk(rng.choice(honest), start_ms, start_ms + rng.randint(500, 5_000)))
    lost, start_ms, down_ms = rng.choice(honest), rng.randint(500, 8_000), rng.randint(0, 4_000)
    # Its key never signs again: for the others it counts among the faulty.
    silent = sum(power for node, power in enumerate(powers) if node not in honest or node == lost)
    if rng.random() < profile.lost_disks and 3 * silent < sum(powers):
        faults.append(LostDisk(lost, start_ms, down_ms))
    return faults


def _cut(rng: random.Random, count: int) -> Cut:
    nodes = list(range(count))
    rng.shuffle(nodes)
    size = rng.randint(1, count - 1)
    start_ms = rng.randint(0, 10_000)
    end_ms = start_ms + rng.randint(300, 12_000)
    others = nodes[size:] if rng.random() < 0.7 else nodes[size : size + 1]
    return Cut(tuple(nodes[:size]), tuple(others), rng.random() < 0.6, start_ms, end_ms)


def _crash(rng: random.Random, honest: list[int], profile: Profile) -> Fault:
    power, down_ms = rng.random() < profile.power, rng.choice((0, 50, 500, 3_000, 9_000))
    if rng.random() < 0.65:
        point = rng.choice(profile.fail_points)
        return CrashAt(rng.choice(honest), point, rng.randint(1, 12), power, down_ms)
    nodes = tuple(sorted(rng.sample(honest, rng.randint(1, len(honest)))))
    return CrashWhen(nodes, rng.randint(100, 12_000), power, down_ms)


def without(scenario: Scenario, fault: Fault) -> Scenario:
    """Return the scenario less one fault, to find what matters in it."""
    return replace(scenario, faults=tuple(kept for kept in scenario.faults if kept is not fault))
