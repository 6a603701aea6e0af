"""Two small modules that use every part of the kit, for the tests of the kit and of its adapter."""

from enum import IntEnum
from typing import Protocol

from chain.errors import Malformed, StoreFailed
from chain.kit.assembly import Assembly, provided_by
from chain.kit.collections import List, ListMap, Set
from chain.kit.module import Module, audit, call, invariant, peer, view
from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.kit.storage import Map, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei


class Mood(IntEnum):
    """What the demo does in its hooks."""

    CALM = 0
    REFUSES_AT_BEGIN = 1
    REFUSES_AT_END = 2
    BREAKS_INVARIANT = 3
    MUTE_INVARIANT = 4
    DISK_FAILS = 5


class DemoParams(Params):
    """Two parameters that are tied to each other, and one of another type."""

    low: int = param(10, "the lower one", minimum=1, maximum=100, step=20, cooldown_s=60)
    high: int = param(50, "the higher one", minimum=1, maximum=1_000, scope=Scope.NEXT_EPOCH)
    share_bps: Bps = param(Bps(500), "a share", minimum=0, maximum=70_000)

    def check(self) -> str | None:
        """The lower one is not above the higher one."""
        return None if self.low <= self.high else f"low {self.low} above high {self.high}"


class DemoGenesis(Record):
    """The demo's section of genesis."""

    params: DemoParams = DemoParams()


class Note(Record):
    """A dynamic record."""

    author: Address
    text: str


class Noted(Event):
    """Somebody left a note."""

    author: Indexed[Address]
    text: Indexed[str]
    number: int
    body: str


class Fired(Event):
    """A deadline came."""

    kind: int
    key: int


class TooMuch(Refusal):
    """The number is too large."""

    number_max: int
    number: int


class Grumpy(Refusal):
    """The demo does not feel like it."""


class Counter(Protocol):
    """What the demo needs of another module."""

    @property
    def address(self) -> Address:
        """The account of the other."""
        ...

    def add(self, number: int) -> int:
        """Count on."""
        ...


class Other(Module, address=0x0F01, name="other"):
    """Counts for whoever asks, and remembers who asked last."""

    count = Value(0, int)
    asked_by = Value(1, Address)

    def genesis(self, state: DemoGenesis) -> None:
        """Begin at zero."""

    @call()
    def add(self, number: int) -> int:
        """Count on and return the count."""
        self.count = self.count + number
        self.asked_by = self.sender
        return self.count

    @view
    def value(self) -> int:
        """Return the count."""
        return self.count

    def end_block(self) -> None:
        """Count the block."""
        self.count = self.count + 1


class Demo(Module, address=0x0F00, name="demo"):
    """A module for tests."""

    settings = Struct(0, DemoParams)
    number = Value(32, int)
    notes = List(33, Note)
    owed_wei = Map(34, Address, Wei)
    mood = Value(35, Mood)
    timers = Timers(36, Clock.HEIGHT)  # 36 to 39
    alarms = Timers(40, Clock.SECONDS)  # 40 to 43
    fired = ListMap(44, int, int)
    guests = Set(45, Address)  # 45 and 46

    other: Counter = peer()
    nobody: Counter = peer()

    def genesis(self, state: DemoGenesis) -> None:
        """Set the parameters."""
        self.settings = state.params

    @call()
    def set_number(self, number: int) -> int:
        """Store a number below a thousand; return the one before it."""
        before = self.number
        if number >= 1_000:
            raise TooMuch(999, number)
        self.number = number
        return before

    @call(payable=True)
    def deposit(self, text: str) -> None:
        """Take coins and a note: slots of every sort are written, and two logs."""
        self.owed_wei[self.sender] = Wei(self.owed_wei[self.sender] + self.value_wei)
        self.notes.append(Note(self.sender, text))
        self.guests.add(self.sender)
        self.number = self.number + 1
        self.emit(Noted(self.sender, text, self.number, text))

    @call()
    def withdraw(self, target: Address) -> Wei:
        """Pay out first and count after, the order in which a cut short call would hurt."""
        amount_wei = self.owed_wei[self.sender]
        self.pay(target, amount_wei, "withdrawn")
        self.owed_wei[self.sender] = Wei(0)
        self.number = self.number + 1
        return amount_wei

    @call()
    def change_and_refuse(self, number: int) -> None:
        """Change everything, then say no."""
        self.number = number
        self.pay(self.sender, self.host.balance_wei(self.address), "undone")
        self.emit(Fired(1, number))
        raise TooMuch(1, number)

    @call()
    def set_mood(self, mood: Mood) -> None:
        """Choose what the hooks do."""
        self.mood = mood

    @call()
    def wake_at(self, height: int, kind: int, key: int) -> None:
        """Ask for a deadline."""
        self.timers.set(height, kind, key)

    @call()
    def pass_on(self, number: int) -> int:
        """Have the other module count."""
        return self.other.add(number)

    @call()
    def ask_nobody(self) -> None:
        """Need what nobody provides."""
        self.nobody.add(1)

    @call()
    def mint_and_burn(self, mint_wei: Wei, burn_wei: Wei) -> None:
        """Make coins and destroy some of them."""
        self.host.mint(self.address, mint_wei)
        self.burn(burn_wei, "burned")

    @call()
    def try_and_undo(self, number: int) -> int:
        """Change everything, go back to where it was, and leave one note of it."""
        mark = self.host.snapshot()
        self.number = number
        self.emit(Fired(1, number))
        inner = self.host.snapshot()
        self.pay(self.sender, self.host.balance_wei(self.address), "tried")
        self.host.revert(inner)
        self.number = self.number + 1
        seen = self.number
        self.host.revert(mark)
        self.emit(Fired(2, seen))
        return seen

    @view
    def writes_in_a_view(self) -> int:
        """A view that breaks its promise."""
        self.number = 7
        return 7

    @view
    def whole(self) -> tuple[Note, ...]:
        """Return all notes."""
        return tuple(self.notes)

    @view
    def current(self) -> int:
        """Return the number."""
        return self.number

    @view
    def chances(self) -> Hash32:
        """Return the randomness of the block."""
        return self.host.beacon()

    @view
    def time_s(self) -> Seconds:
        """Return the time of the block."""
        return self.block.time_s

    def begin_block(self) -> None:
        """Refuse if it feels like it, after having written."""
        self._grumble(Mood.REFUSES_AT_BEGIN)

    def end_block(self) -> None:
        """Refuse if it feels like it, or meet a failing disk."""
        self._grumble(Mood.REFUSES_AT_END)
        if self.mood == Mood.DISK_FAILS:
            raise StoreFailed("the disk is gone")

    def on_timer(self, kind: int, key: int) -> None:
        """Note it; kind 9 refuses afterwards, kind 8 meets bytes that do not decode."""
        self.fired[kind].append(key)
        self.emit(Fired(kind, key))
        if kind == 9:
            raise TooMuch(9, key)
        if kind == 8:
            raise Malformed("not what it should be")
        if kind == 7:
            super().on_timer(kind, key)

    @invariant
    def is_in_order(self) -> bool:
        """False or mute on demand."""
        if self.mood == Mood.MUTE_INVARIANT:
            raise Grumpy()
        return self.mood != Mood.BREAKS_INVARIANT

    @audit
    def number_is_small(self) -> bool:
        """Only looked at where there is time."""
        return self.number != 666

    def _grumble(self, mood: Mood) -> None:
        if self.mood == mood:
            self.number = 123
            self.emit(Fired(0, 0))
            raise Grumpy()


DEMO = Assembly((Demo, Other), {"demo": {"other": provided_by(Other)}})
