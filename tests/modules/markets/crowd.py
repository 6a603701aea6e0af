"""
People who act in a town, one step at a time, as Hypothesis draws it.

    @step(...) an act: somebody does it, or is gone and does not --> none, one or some blocks pass
    habits     before every block: whoever is there does what it mostly does
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from eth_hash.auto import keccak
from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from chain.errors import ChainError
from chain.kit.module import Module
from chain.kit.verdicts import Level
from modules.compute.machines import ORDERS
from modules.compute.module import Compute
from modules.compute.records import Capacity, OrderState
from modules.devices.module import Devices
from modules.devices.records import ChallengeStatus
from modules.verification.module import Verification
from modules.verification.records import ClaimState, Side
from tests.modules.compute.market import CLASS, MEMORY
from tests.modules.devices.scene import GATEWAY
from tests.modules.markets.ballot import NAMES
from tests.modules.markets.market_town import PAYERS, PROVIDERS, MarketTown, coins
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import DIGEST

PICK = st.integers(0, 7)  # which of the newest that fit
BLOCKS = st.sampled_from((0, 0, 1, 1, 2, 4))  # that pass after a step: several steps share one
NEWEST = 8  # orders and claims that steps choose among
DEVICES_MAX = 8
GONE_BLOCKS = 60  # for which somebody vanishes: longer than most windows


def number_of(who: bytes) -> int:
    """Return an address as an account of the stage."""
    return int.from_bytes(who, "big")


def step(**drawn: Any) -> Callable[[Callable[..., None]], Any]:
    """Make a method something that anybody may do at any time, with what is drawn for it."""

    def mark(act: Callable[..., None]) -> Any:
        act.drawn = drawn  # type: ignore[attr-defined]
        return act

    return mark


@dataclass(frozen=True)
class Manners:
    """How those behave who have to do with an order or a claim, where no step has them do else."""

    level: Level  # of proof, of the jobs that they make
    payer: int
    delivers: bool
    is_right: bool  # the result
    reveals: bool
    objections: int  # challenges that somebody makes, at most
    side: Side  # of them
    responds: bool
    said: tuple[int, ...]  # votes, in turn
    silent: int  # the place of the one who does not vote
    is_honest: bool  # in a game
    complains: bool  # of service, and of penalties
    proposal: tuple[str, int]  # a parameter, and which of its values


LEVEL = st.sampled_from(Level)
MOSTLY = st.sampled_from((True, True, True, False))
VOTES = st.sampled_from((0, 10_000, 5_000, int.from_bytes(DIGEST, "big"), 10_000, 7))
MANNERS = st.builds(
    Manners,
    level=LEVEL,
    payer=st.sampled_from(PAYERS),
    delivers=MOSTLY,
    is_right=st.booleans(),
    reveals=MOSTLY,
    objections=st.integers(0, 3),
    side=st.sampled_from((Side.AGAINST_WORKER, Side.AGAINST_WORKER, Side.FOR_WORKER)),
    responds=MOSTLY,
    said=st.lists(VOTES, min_size=1, max_size=3).map(tuple),
    silent=st.integers(0, 8),
    is_honest=MOSTLY,
    complains=st.booleans(),
    proposal=st.tuples(st.sampled_from(NAMES), st.integers(0, 3)),
)


class Crowd(RuleBasedStateMachine):
    """What all who act have in common: a town, habits, and that they may vanish."""

    tally: ClassVar[Counter[str]] = Counter()  # steps, calls that were done, and what was heard

    def __init__(self) -> None:
        super().__init__()
        self.town = MarketTown()
        self.is_whole, self.steps = True, 0  # no step was broken off
        self.gone: dict[int, int] = {}  # who vanished, and the height until which
        self.asleep: set[int] = set()  # devices that are silent
        self.agreed: dict[int, tuple[int, ...]] = {}  # claims of which all voters say the same
        self.manners: list[Manners] = []  # of orders and claims by number, in turn
        for who in PROVIDERS:
            self.enter(who)
            number = self.town.fleet.enlist(who, who, cell=who)
            self.attempt(Devices, "set_price", number, coins(1), sender=who)

    @classmethod
    def acts(cls) -> list[str]:
        """Return the names of all that anybody may do."""
        return sorted(name for name in dir(cls) if hasattr(getattr(cls, name), "drawn"))

    @rule(turn=st.integers(0, 2**16), then=BLOCKS, data=st.data())
    def act(self, turn: int, then: int, data: Any) -> None:
        """
        Take a step: one of the acts, of which every step has another order.

        Hypothesis likes to draw the same again, and the first of all: so it finds all acts.
        """
        self.is_whole = False
        self.steps += 1
        acts, place = self.acts(), keccak(f"{self.town.salt} {self.steps}".encode())
        name = acts[(turn + int.from_bytes(place, "big")) % len(acts)]
        drawn = getattr(type(self), name).drawn
        values = {key: data.draw(drawn[key], label=key) for key in drawn}
        note(f"{self.steps}: {name} {values}, then {then} blocks")
        getattr(self, name)(**values)
        self.tally["steps"] += 1
        self.tally[f"step.{name}"] += 1
        self.go_on(then)
        self.is_whole = True

    @initialize(salt=st.integers(0, 2**16), manners=st.lists(MANNERS, min_size=4, max_size=4))
    def begin(self, salt: int, manners: list[Manners]) -> None:
        """Choose what the beacon will say, and how people behave."""
        self.town.salt, self.manners = salt, manners

    @step(index=st.integers(0, 3), manners=MANNERS)
    def behave(self, index: int, manners: Manners) -> None:
        """Let some behave in another way from now on."""
        self.manners[index] = manners

    def manners_of(self, number: int) -> Manners:
        """Return how those behave who have to do with an order or a claim."""
        return self.manners[number % len(self.manners)]

    def enter(self, who: int) -> None:
        """Register a provider with bond and deposit."""
        declared = ("u", (MEMORY,), (Capacity(CLASS, 9),))
        self.attempt(Compute, "register_provider", *declared, sender=who, value_wei=coins(60))
        self.attempt(Verification, "deposit", sender=who, value_wei=coins(100))

    def attempt(
        self, module: type[Module], name: str, *values: Any, sender: int, value_wei: int = 0
    ) -> bool:
        """Make a call; who has vanished makes none, and a refusal is an answer."""
        if self.is_gone(sender):
            return False
        try:
            self.town.call(module, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            self.tally["refused"] += 1
            return False
        self.tally[f"{module.name}.{name}"] += 1
        return True

    def is_gone(self, who: int) -> bool:
        """Whether somebody has vanished for now."""
        return self.town.height < self.gone.get(who, 0)

    def order_in(self, pick: int, *states: OrderState) -> int:
        """Return one of the newest orders in one of these states, or in any; 0 for none."""
        progress = self.town.compute.progress
        found = newest(self.town.compute.order_count)
        if states:
            found = [n for n in found if progress[n].state in states]
        return found[pick % len(found)] if found else 0

    def order_for(self, call: str, pick: int) -> int:
        """Return one of the newest orders in a state that takes a call; 0 for none."""
        lines = [line for line in ORDERS.transitions if line.name == call]
        return self.order_in(pick, *(state for line in lines for state in line.sources))

    def claim_in(self, pick: int, *states: ClaimState) -> int:
        """Return one of the newest claims in one of these states; 0 for none."""
        found = [n for n in newest(self.town.court.count) if self.claim_state(n) in states]
        return found[pick % len(found)] if found else 0

    def claim_state(self, number: int) -> ClaimState:
        """Return where a claim stands."""
        found: ClaimState = self.town.court.progress[number].state
        return found

    def provider_of(self, order: int) -> int:
        """Return who serves an order."""
        bid = self.town.compute.progress[order].bid
        return number_of(self.town.compute.bids[bid].provider)

    def requester_of(self, order: int) -> int:
        """Return whose order it is."""
        return number_of(self.town.compute.orders[order].requester)

    def worker_of(self, claim: int) -> int:
        """Return whose result a claim is about."""
        return number_of(self.town.court.claims[claim].worker)

    def device(self, pick: int) -> int:
        """Return one of the devices there are."""
        numbers = sorted(self.town.fleet.keys)
        return numbers[pick % len(numbers)]

    def owner_of(self, device: int) -> int:
        """Return whose device it is."""
        return number_of(self.town.call(Devices, "device", device).device.owner)

    def go_on(self, blocks: int) -> None:
        """Let blocks pass in which everybody does what it mostly does."""
        away = frozenset(who for who in self.gone if self.is_gone(who))
        for _ in range(blocks):
            self.habits()
            self.town.blocks(1, away)

    def habits(self) -> None:
        """Let devices beat and answer."""
        self.beat()

    def is_awake(self, device: int) -> bool:
        """Whether a device answers."""
        return device not in self.asleep and not self.is_gone(self.owner_of(device))

    def beat(self) -> None:
        """Let every device that is awake beat once in a window, and answer what it is asked."""
        fleet = self.town.fleet
        epoch = self.town.call(Devices, "current_epoch")
        if (self.town.height - epoch.started_at) % epoch.window_blocks == 0:
            for number in sorted(filter(self.is_awake, fleet.keys)):
                self.attempt(Devices, "beat", (fleet.a_beat(number),), sender=GATEWAY)
        for number in sorted(fleet.keys):
            challenge = self.town.call(Devices, "open_challenge", number)
            if challenge and self.is_awake(number):
                self.answer(challenge)

    def answer(self, challenge: int) -> None:
        """Answer a challenge that waits for it."""
        record = self.town.call(Devices, "challenge", challenge)
        if record.status == ChallengeStatus.DRAWN:
            self.town.fleet.answer(challenge)
            self.tally["devices.answer_challenge"] += 1

    def fill_bond(self, who: int) -> None:
        """Bring a provider back that retired, and its free bond to where it can bid."""
        found = self.town.compute.providers[account(who)]
        if found.free_wei < 20 * COIN:
            self.attempt(Compute, "deposit_bond", sender=who, value_wei=coins(20))


def newest(count: int) -> list[int]:
    """Return the newest numbers, the last one first."""
    return list(range(count, max(0, count - NEWEST), -1))
