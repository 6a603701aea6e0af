"""Deadlines: one lazy entry a thing, in time, whatever the queue holds."""

from typing import Any

import pytest

from chain.kit.state_machine import machines_of
from modules.licensing.deadlines import LICENCE_DUE
from modules.licensing.defaults import DEFAULTS
from modules.licensing.module import Licensing
from modules.licensing.records import Kind, LicenceState
from tests.modules.licensing.scene import BUYER, OTHER, Scene
from tests.modules.stage import COIN


def entries(scene: Scene) -> int:
    """Return how many deadlines were ever set for licence 1, by the entry that counts."""
    return int(scene.page.timer_at[LICENCE_DUE, 1])


def test_a_thing_has_one_entry_at_a_time() -> None:
    """A renewal sets none: the entry that is there comes early, looks, and is set again."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    first = entries(scene)
    assert first == scene.call("next_deadline", licence)
    scene.wait(80)
    scene.call("renew", licence, sender=OTHER, value_wei=COIN)
    assert first == entries(scene)
    scene.wait(20)
    assert first + 100 == entries(scene)


def test_calls_do_first_what_is_due() -> None:
    """A crowded queue makes nothing later: who calls finds the licence as of this block."""
    scene = Scene()
    licence = scene.sold(Kind.RENTAL)
    before_wei = scene.balance(BUYER)
    scene.pass_unseen(130)
    assert LicenceState.ACTIVE == scene.page.licences[licence].state
    scene.call("settle", licence)
    assert LicenceState.OVERDUE == scene.page.licences[licence].state
    scene.wait(20)
    assert LicenceState.EXPIRED == scene.state(licence)
    assert before_wei == scene.balance(BUYER)


def test_long_after_everything_is_caught_up_with() -> None:
    """A period paid ahead, its end, the grace and its end: one touch does them all in order."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    scene.wait(80)
    scene.call("renew", licence, sender=OTHER, value_wei=COIN)
    scene.wait(10_000)
    assert LicenceState.LAPSED == scene.state(licence)
    assert 2 * COIN == scene.page.ledgers[licence].earned_wei
    assert 0 == scene.call("next_deadline", licence)


def test_every_default_is_a_deadline_of_some_machine() -> None:
    """What the chain does by itself is what the tables say it does."""
    named = {name for machine in machines_of(Licensing) for name in machine.deadlines}
    assert set(DEFAULTS) <= named
    with pytest.raises(LookupError):
        Scene().page.on_timer(9, 1)


def test_a_suspended_licence_is_looked_at_once_a_day() -> None:
    """A tag walks over no licences: each comes up at its old end, then a day later."""
    scene = Scene()
    scene.tune(tag_timeout_s=10**7)
    licence = scene.sold(Kind.TIMED)
    scene.tag(1)
    scene.wait(1_000)
    assert scene.stage.time_s + 86_400 == entries(scene)
    scene.rule(scene.call("contest_tag", 1, scene.fresh()), 0)
    scene.call("settle", licence)
    assert scene.stage.time_s + 1_000 == entries(scene)
    scene.wait(1_000)
    assert LicenceState.EXPIRED == scene.page.licences[licence].state
    scene.wait(86_400)  # the older entry comes to nothing
    assert COIN == scene.page.ledgers[licence].earned_wei


def test_a_block_does_not_know_how_many_licences_there_are() -> None:
    """Nothing walks over licences: an idle block reads as few words with a hundred as with one."""
    reads = []
    for count in (1, 100):
        scene = Scene()
        offer = scene.offer(scene.asset(), Kind.SUBSCRIPTION)
        for _ in range(count):
            scene.buy(offer)
        host, before = scene.stage.host, scene.stage.host.words
        host.words = Counting(before)
        scene.stage.assembly.end_block(host)
        scene.pass_unseen(1)
        scene.stage.assembly.begin_block(host)
        reads.append(host.words.reads)
    assert reads[0] == reads[1] > 0


class Counting(dict[Any, int]):
    """A state that counts how often it is read."""

    reads = 0

    def get(self, key: Any, default: Any = None) -> Any:
        """Count a read."""
        self.reads += 1
        return super().get(key, default)
