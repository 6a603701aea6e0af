"""What only a passed proposal may call: refused to everybody else, in one place, and told so."""

import pytest

from chain.errors import Malformed
from chain.kit.dispatch import dispatch
from chain.kit.governed import GovernedCalls, NotGoverned
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import (
    AUTHORITY,
    ONLY_GOVERNED,
    Module,
    Unauthorized,
    call,
    method_named,
    methods_of,
    view,
)
from chain.kit.render.reference import render_reference
from chain.kit.render.solidity import render_solidity
from chain.kit.storage import Value
from chain.kit.switches import UnknownModule
from chain.types.primitives import Address, Wei
from modules.governance.module import Governance


class Ruled(Module, address=0xFEED, name="ruled"):
    """A number that only a vote sets."""

    number = Value(32, int)

    @call(governed=True)
    def decree(self, number: int) -> int:
        """Set the number."""
        self.number = number
        return number

    @call()
    def visit(self) -> None:
        """Do nothing."""

    @view
    def shown(self) -> int:
        """Return the number."""
        return self.number


def data_of(name: str, *values: int) -> bytes:
    """Return call data."""
    method = method_named(Ruled, name)
    assert method is not None
    return method.encode_call(*values)


def test_the_authority_is_governance():
    """The kit names by its address the one module whose proposals make governed calls."""
    assert AUTHORITY == Governance.address


def test_only_the_authority_makes_a_governed_call():
    """Anybody else is refused before anything is done, whoever they are."""
    host = MemoryHost()
    for sender in (b"\1" * 20, Ruled.address, b"\0" * 20):
        with pytest.raises(Unauthorized):
            dispatch(Ruled, host, CallInfo(Address(sender), Wei(0)), data_of("decree", 5))
    assert {} == host.words
    GovernedCalls((Ruled,), host).make("ruled", data_of("decree", 5))
    assert 5 == Ruled(host, CallInfo(AUTHORITY)).number


def test_a_proposal_calls_nothing_else():
    """Ordinary calls, views, other modules and noise are not made in governance's name."""
    calls = GovernedCalls((Ruled,), MemoryHost())
    for name in ("visit", "shown"):
        with pytest.raises(NotGoverned, match=name):
            calls.make("ruled", data_of(name))
    with pytest.raises(UnknownModule):
        calls.make("other", data_of("decree", 5))
    with pytest.raises(Malformed):
        calls.make("ruled", data_of("decree", 5)[:-1])


def test_renderings_say_who_makes_the_call():
    """The interface and the page tell that only a passed proposal calls it."""
    method = method_named(Ruled, "decree")
    assert method is not None and method.governed and method.doc.endswith(ONLY_GOVERNED)
    assert not any(m.governed for m in methods_of(Ruled).values() if m.name != "decree")
    for text in (render_solidity(Ruled), render_reference(Ruled)):
        assert 1 == text.count(ONLY_GOVERNED)
