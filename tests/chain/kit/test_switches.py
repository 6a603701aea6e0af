"""A paused module is resumed by name, and only if it is paused."""

import pytest

from chain.kit.assembly import own
from chain.kit.memory_host import MemoryHost
from chain.kit.module import ModuleResumed
from chain.kit.record import topic_of
from chain.kit.switches import NotPaused, Switches, UnknownModule
from tests.chain.kit.demo import DEMO, Demo


def test_resuming_is_told_and_done_once():
    """The module runs again and says so; a second time there is nothing to resume."""
    host = MemoryHost()
    switches = Switches(DEMO.modules, host)
    own(Demo, host).set_paused(True)
    assert switches.is_paused("demo")
    assert not switches.is_paused("other")
    switches.resume("demo")
    assert not switches.is_paused("demo")
    assert [(Demo.address, topic_of(ModuleResumed))] == [
        (log.address, log.topics[0].to_bytes(32, "big")) for log in host.logs
    ]
    with pytest.raises(NotPaused, match="module demo"):
        switches.resume("demo")


def test_an_unknown_module_is_refused():
    """A name that no module has is refused, cut to a length that fits a line."""
    switches = Switches(DEMO.modules, MemoryHost())
    for ask in (switches.resume, switches.is_paused):
        with pytest.raises(UnknownModule) as refused:
            ask("n" * 100)
        assert "n" * 64 == refused.value.module
