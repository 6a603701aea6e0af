"""Around a block, what fails in one module fails alone and in the open."""

import pytest

from chain.errors import StoreFailed
from chain.kit.assembly import (
    Assembly,
    FeeShare,
    Roles,
    check_invariants,
    holds,
    own,
)
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Module, ModulePaused, ModuleResumed, TimerFailed
from chain.kit.record import Event, Indexed, encode_event
from chain.kit.storage import Value
from chain.kit.switches import Switches
from chain.types.primitives import ZERO_ADDRESS, Address, Bps
from tests.chain.kit.demo import DEMO, Demo, Fired, Mood, Other


class Stage:
    """The two demo modules, block by block."""

    def __init__(self) -> None:
        self.host = MemoryHost(DEMO.wires)
        self.demo, self.other = own(Demo, self.host), own(Other, self.host)

    def block(self) -> None:
        """Begin and end a block; the logs are its own."""
        self.host.logs.clear()
        self.host.advance()
        DEMO.begin_block(self.host)
        DEMO.end_block(self.host)

    def told(self, event: Event) -> bool:
        """Whether the block logged this event in the demo's name."""
        topics, data = encode_event(event)
        logs = [(log.address, log.topics, log.data) for log in self.host.logs]
        return (Demo.address, tuple(topics), data) in logs


def test_modules_are_found_by_name_and_address():
    """An assembly knows its modules; a name that is none is a KeyError."""
    assert (Demo, Other) == (DEMO["demo"], DEMO.by_address[Other.address])
    with pytest.raises(KeyError):
        DEMO["nobody"]


def test_modules_cannot_share_a_place():
    """Two modules at one address, or of one name, are refused."""

    class Namesake(Module, address=0x0F05, name="demo"):
        """Named like another."""

    class Neighbour(Module, address=0x0F00, name="neighbour"):
        """At another's address."""

    for intruder in (Namesake, Neighbour):
        with pytest.raises(ValueError, match="share an address or a name"):
            Assembly((Demo, intruder))


def test_a_page_that_contradicts_itself_is_not_assembled():
    """Overlapping storage and events that cannot be logged stop the node before it starts."""

    class Overlap(Module, address=0x0E10, name="overlap"):
        """The same slot twice."""

        one = Value(0, int)
        two = Value(0, int)

    class Long(Event):
        """A list as a topic."""

        items: Indexed[tuple[int, ...]]

    class Loud(Module, address=0x0E11, name="loud"):
        """Emits what cannot be."""

    Loud.events = (Long,)
    for module in (Overlap, Loud):
        with pytest.raises(TypeError):
            Assembly((module,))


def test_hooks_run_in_the_order_of_modules():
    """Deadlines of a module, then its beginning, module by module; then the ends, in order."""
    order = []

    class First(Module, address=0x0E20, name="first"):
        """Notes when it is called."""

        def begin_block(self) -> None:
            """Note it."""
            order.append("first begins")

        def end_block(self) -> None:
            """Note it."""
            order.append("first ends")

    class Second(Module, address=0x0E21, name="second"):
        """Notes when it is called."""

        def begin_block(self) -> None:
            """Note it."""
            order.append("second begins")

        def end_block(self) -> None:
            """Note it."""
            order.append("second ends")

    assembly = Assembly((First, Second))
    host = MemoryHost()
    assembly.begin_block(host)
    assembly.end_block(host)
    assert ["first begins", "second begins", "first ends", "second ends"] == order


def test_what_is_due_is_handled_at_the_beginning():
    """A deadline comes in its block, once."""
    stage = Stage()
    stage.demo.timers.set(3, 1, 42)
    stage.block()
    assert [] == list(stage.demo.fired[1])
    stage.block()
    assert [42] == list(stage.demo.fired[1])
    assert stage.told(Fired(1, 42))
    stage.block()
    assert 1 == len(stage.demo.fired[1])


@pytest.mark.parametrize(("kind", "reason"), [(9, "number_max 9"), (8, "not what it should be")])
def test_a_deadline_that_is_refused_is_undone_spent_and_told(kind, reason):
    """Its writes and logs go, TimerFailed stays, the deadlines around it are handled."""
    stage = Stage()
    for key, which in ((1, 1), (2, kind), (3, 1)):
        stage.demo.timers.set(2, which, key)
    stage.block()
    assert ([1, 3], []) == (list(stage.demo.fired[1]), list(stage.demo.fired[kind]))
    assert not stage.told(Fired(kind, 2))
    failed = [log for log in stage.host.logs if log.topics == event_topics(TimerFailed(0, 0, ""))]
    assert 1 == len(failed)
    assert reason.encode() in failed[0].data
    stage.block()
    assert -1 == stage.demo.timers.pending()


def event_topics(event: Event) -> tuple[int, ...]:
    """An event's topics."""
    return tuple(encode_event(event)[0])


@pytest.mark.parametrize(
    ("mood", "hook"),
    [(Mood.REFUSES_AT_BEGIN, "begin_block"), (Mood.REFUSES_AT_END, "end_block")],
)
def test_a_hook_that_refuses_is_undone_and_pauses_its_module(mood, hook):
    """The module stops and says why; the others' hooks run as ever."""
    stage = Stage()
    stage.demo.mood = mood
    stage.block()
    assert stage.demo.is_paused
    assert stage.told(ModulePaused(f"{hook}: the demo does not feel like it"))
    assert (0, False) == (stage.demo.number, stage.told(Fired(0, 0)))
    assert 1 == stage.other.count


@pytest.mark.parametrize("mood", [Mood.BREAKS_INVARIANT, Mood.MUTE_INVARIANT])
def test_a_broken_invariant_pauses_its_module_and_the_block_goes_on(mood):
    """False, or refusing to say, pauses the module by the invariant's name."""
    stage = Stage()
    stage.demo.mood = mood
    stage.block()
    assert stage.demo.is_paused
    assert stage.told(ModulePaused("is_in_order"))
    assert (1, False) == (stage.other.count, stage.other.is_paused)
    stage.block()
    assert 2 == stage.other.count
    assert not stage.told(ModulePaused("is_in_order"))


def test_deadlines_of_a_paused_module_wait():
    """The clock of a paused module runs against nobody; resumed, it catches up."""
    stage = Stage()
    stage.demo.timers.set(2, 1, 42)
    stage.demo.set_paused(True)
    for _ in range(3):
        stage.block()
    assert [] == list(stage.demo.fired[1])
    Switches(DEMO.modules, stage.host).resume("demo")
    assert stage.told(ModuleResumed())
    stage.block()
    assert [42] == list(stage.demo.fired[1])


def test_a_failing_disk_is_no_word_of_a_module():
    """A hook that meets a failing store stops the node; nobody else has that state."""
    stage = Stage()
    stage.demo.mood = Mood.DISK_FAILS
    with pytest.raises(StoreFailed):
        stage.block()
    assert not stage.demo.is_paused


def test_our_own_bugs_are_not_hidden():
    """A hook that fails by a bug of ours stops the node instead of pausing the module."""
    stage = Stage()
    stage.demo.timers.set(2, 7, 1)
    with pytest.raises(LookupError):
        stage.block()


def test_audits_are_checked_where_they_are_asked_for():
    """An audit counts in tests and exports, not in blocks."""
    stage = Stage()
    stage.demo.number = 666
    assert check_invariants(Demo, stage.host) is None
    assert "number_is_small" == check_invariants(Demo, stage.host, with_audits=True)
    assert stage.demo.is_paused
    assert check_invariants(Demo, stage.host, with_audits=True) is None


def test_an_instance_of_the_chain_s_own_calls_as_the_module():
    """Hooks act in the module's own name, with no coins."""
    demo = own(Demo, MemoryHost())
    assert CallInfo(Demo.address) == demo.caller
    assert holds(demo, lambda module: module.number == 0)


def test_without_roles_fees_are_burned_and_nobody_validates():
    """An assembly that names no roles burns the whole base fee."""
    roles = Roles()
    host = MemoryHost()
    assert FeeShare(Bps(10_000), Address(ZERO_ADDRESS)) == roles.fee_share(host)
    assert () == roles.validators(host)
