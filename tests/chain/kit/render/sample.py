"""Sample: a module with one of everything that a rendering must cope with.

    calls --> cells of every kind

Its second paragraph tells more.
"""

from enum import IntEnum

from chain.kit.collections import List, ListMap, Set, SetMap
from chain.kit.module import Module, audit, call, invariant, view
from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds, Wei


class Grade(IntEnum):
    """How good it is; no member is 0, and 2 is not used."""

    FAIR = 1
    FINE = 3


class Stage(IntEnum):
    """How far it is."""

    OPEN = 0
    SHUT = 1


class SampleParams(Params):
    """What governance may change."""

    fee_bps: Bps = param(
        Bps(250), "share of each | payment", minimum=0, maximum=10_000, step=500, cooldown_s=86_400
    )
    guardian: Address = param(
        Address(b"\x01" * 20),
        "who may pause",
        minimum=0,
        maximum=2**160 - 1,
        scope=Scope.NEXT_EPOCH,
    )


class Leaf(Record):
    """A record inside others."""

    owner: Address
    amount_wei: Wei


class Branch(Record):
    """
    A record of everything.

    With a second paragraph.
    """

    leaf: Leaf
    leaves: tuple[Leaf, ...]
    numbers: tuple[int, ...]
    grade: Grade
    stage: Stage
    mark: Hash32
    blob: bytes
    text: str
    is_new: bool
    share_bps: Bps
    height: Height


class Undocumented(Record):  # noqa: D101  that is the point of it
    number: int


class Grown(Event):
    """A branch grew."""

    owner: Indexed[Address]
    name: Indexed[str]
    grade: Indexed[Grade]
    branch: Branch


class Withered(Refusal):
    """The branch has withered."""

    branch: Leaf
    after: Seconds


class Sample(Module, address=0x0ABC, name="sample"):
    """One of everything."""

    settings = Struct(0, SampleParams)
    value = Value(32, Leaf)
    map = Map(34, str, Branch)
    pairs = PairMap(35, Address, Height, Stage)
    list = List(36, Leaf)
    set = Set(37, Address)
    lists = ListMap(39, Address, Leaf)
    sets = SetMap(40, Address, Hash32)
    queue = Timers(41, Clock.SECONDS)

    @call(payable=True)
    def grow(self, branch: Branch, after: Seconds) -> int:
        """Grow a branch; returns its number."""
        return after

    @call()
    def cut(self) -> None:
        """Cut everything."""

    @view
    def branch_of(self, owner: Address, grade: Grade, numbers: tuple[int, ...]) -> Branch:
        """Return an owner's branch.

        It says more than fits on one line of a comment, so that the text must be wrapped somewhere.
        """
        raise Withered(Leaf(owner, Wei(1)), Seconds(2))

    @view
    def leaves(self, offset: int, limit: int) -> tuple[Leaf, ...]:
        """Return leaves."""
        return ()

    @view
    def bare(self, number: Undocumented) -> bool:
        """Return whether it is bare."""
        return True

    @invariant
    def stands(self) -> bool:
        """It stands."""
        return True

    @audit
    def adds_up(self) -> bool:
        """It adds up."""
        return True
