"""One book of all parameters: what may change, by how much, how often, and from what."""

import pytest

from chain.errors import Malformed
from chain.kit.assembly import own
from chain.kit.memory_host import MemoryHost
from chain.kit.parameters import Change, ParameterBook, UnknownParameter, checked, specs_of
from chain.types.primitives import Bps, Seconds
from tests.chain.kit.demo import DEMO, Demo, DemoGenesis, DemoParams, Mood

NEVER = Seconds(0)  # the time of a change that was never made
NOW = Seconds(10_000)


class Stage:
    """The demo's parameters as genesis sets them."""

    def __init__(self) -> None:
        self.host = MemoryHost(DEMO.wires)
        self.demo = own(Demo, self.host)
        self.demo.genesis(DemoGenesis())
        self.book = ParameterBook(DEMO.modules, self.host)

    def objection(self, *changes: Change, changed_at: int = 0) -> str | None:
        """What speaks against changes, the last of which was made at a time."""
        return self.book.objection(changes, lambda name: Seconds(changed_at), NOW)


def test_parameters_are_known_by_module_and_field():
    """The book lists every parameter of every module, with its place and value."""
    stage = Stage()
    assert ("demo.low", "demo.high", "demo.share_bps") == stage.book.names()
    assert [10, 50, 500] == [stage.book.value(name) for name in stage.book.names()]
    spec = stage.book.spec("demo.high")
    assert ("settings", "high", "demo.high", 1_000) == (
        spec.cell,
        spec.field,
        spec.name,
        spec.rule.maximum,
    )
    assert list(specs_of(DEMO.modules)) == list(stage.book.names())


@pytest.mark.parametrize("name", ["demo.medium", "other.low", "low", "", "x" * 500])
def test_an_unknown_parameter_is_refused_by_name(name):
    """Reading or changing what no module has is refused; a long name is cut."""
    stage = Stage()
    for attempt in (
        lambda: stage.book.value(name),
        lambda: stage.objection(Change(name, 0, 1)),
        lambda: stage.book.apply([Change(name, 0, 1)]),
    ):
        with pytest.raises(UnknownParameter) as refused:
            attempt()
        assert name[:64] == refused.value.parameter


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ((Change("demo.low", 11, 12),), "demo.low: expected old value 11, found 10"),
        ((Change("demo.low", 10, 0),), "demo.low: 1 to 100 allowed, found 0"),
        ((Change("demo.high", 50, 1_001),), "demo.high: 1 to 1000 allowed, found 1001"),
        ((Change("demo.low", 10, 31),), "a step of at most 20 from 10 allowed, found 31"),
        ((Change("demo.share_bps", 500, 65_536),), "demo.share_bps: uint16 expected"),
        ((Change("demo.high", 50, 9),), "demo: low 10 above high 9"),
        ((Change("demo.low", 10, 25), Change("demo.high", 50, 24)), "low 25 above high 24"),
        ((Change("demo.low", 10, 11), Change("demo.low", 10, 11)), "demo.low is changed twice"),
    ],
)
def test_each_rule_has_its_objection(changes, says):
    """Expected value, type, bounds, step, doubles and fields at odds: the first one is told."""
    assert says in (Stage().objection(*changes) or "")


def test_changes_are_judged_together():
    """Two fields that do not fit one by one may change together."""
    stage = Stage()
    changes = (Change("demo.low", 10, 30), Change("demo.high", 50, 30))
    assert stage.objection(*changes) is None
    assert stage.objection(Change("demo.high", 50, 31)) is None
    stage.book.apply(changes)
    assert DemoParams(low=30, high=30, share_bps=Bps(500)) == stage.demo.settings


def test_a_parameter_rests_after_a_change():
    """Within the cooldown no second change; at its end one is allowed; the first one needs none."""
    stage = Stage()
    change = Change("demo.low", 10, 11)
    assert "changed 59 s ago, a cooldown of 60 s" in stage.objection(change, changed_at=NOW - 59)
    assert stage.objection(change, changed_at=NOW - 60) is None
    assert stage.objection(change, changed_at=NEVER) is None
    assert stage.objection(Change("demo.high", 50, 51), changed_at=NOW) is None


def test_only_the_fields_named_change():
    """Applying one change leaves every other field as it is now, not as it was proposed."""
    stage = Stage()
    stage.book.apply([Change("demo.high", 50, 60)])
    stage.book.apply([Change("demo.share_bps", 500, 7)])
    assert (10, 60, 7) == tuple(stage.book.value(name) for name in stage.book.names())


@pytest.mark.parametrize("mood", [Mood.BREAKS_INVARIANT, Mood.MUTE_INVARIANT])
def test_a_broken_invariant_is_named(mood):
    """A dry run learns which invariant a change would break, if any; a paused module has none."""
    stage = Stage()
    assert stage.book.broken_invariant() is None
    stage.demo.mood = mood
    assert "demo.is_in_order" == stage.book.broken_invariant()
    stage.demo.set_paused(True)
    assert stage.book.broken_invariant() is None


def test_genesis_keeps_the_bounds_too():
    """Parameters from genesis.json outside their bounds or at odds are malformed."""
    assert DemoParams() == checked(DemoParams())
    for params in (DemoParams(low=0), DemoParams(low=60)):
        with pytest.raises(Malformed, match="DemoParams.low"):
            checked(params)
