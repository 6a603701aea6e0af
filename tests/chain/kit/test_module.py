"""A module is what its page declares, and a page that contradicts itself never starts."""

import pytest
from eth_utils import function_signature_to_4byte_selector

from chain.kit.assembly import own
from chain.kit.collections import List, Set
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import (
    PAUSED_SLOT,
    CoinsMoved,
    InsufficientCoins,
    Module,
    audit,
    call,
    cells_of,
    invariant,
    invariants_of,
    method_named,
    methods_of,
    params_of,
    records_of,
    view,
)
from chain.kit.record import Event, encode_event
from chain.kit.storage import Value
from chain.types.primitives import ZERO_ADDRESS, Address, Wei
from tests.chain.kit.demo import (
    DEMO,
    Demo,
    DemoGenesis,
    DemoParams,
    Fired,
    Grumpy,
    Note,
    Noted,
    Other,
    TooMuch,
)

ALICE = Address(b"\xaa" * 20)


def begin(caller: CallInfo | None = None) -> Demo:
    """A demo module over an empty host."""
    return Demo(MemoryHost(DEMO.wires), caller or CallInfo(ALICE))


def test_a_page_gives_its_address_name_events_and_refusals():
    """Address and name come from the class, events and refusals from the page, in its order."""
    assert bytes(18) + b"\x0f\x00" == Demo.address
    assert "demo" == Demo.name
    assert (Noted, Fired) == Demo.events
    assert (TooMuch, Grumpy) == Demo.refusals


def test_methods_are_found_by_selector_and_by_both_names():
    """Calls come before views, selectors are Solidity's, arguments carry their ABI names."""
    methods = methods_of(Demo)
    for selector, method in methods.items():
        assert function_signature_to_4byte_selector(method.signature) == selector
    order = [method.is_view for method in methods.values()]
    assert sorted(order) == order
    wake = method_named(Demo, "wake_at")
    assert (wake, "wakeAt(uint256,uint256,uint256)") == (
        method_named(Demo, "wakeAt"),
        wake.signature,
    )
    assert ["height", "kind", "key"] == list(wake.inputs)
    assert (True, False, None) == (
        method_named(Demo, "deposit").payable,
        method_named(Demo, "set_number").payable,
        method_named(Demo, "no_such"),
    )
    assert "Return the number." == method_named(Demo, "current").doc


def test_storage_is_listed_in_the_order_of_slots():
    """The declarations of a module, its parameters first."""
    assert ["settings", "number", "notes"] == list(cells_of(Demo))[:3]
    assert ("settings", DemoParams) == params_of(Demo)
    assert params_of(Other) is None


def test_records_come_after_their_parts():
    """Every record that crosses the border is known, for the interface to declare."""
    assert (Note,) == records_of(Demo)


def test_audits_are_asked_for_apart():
    """Blocks check the bounded invariants; tests and exports check all."""
    assert ["is_in_order"] == list(invariants_of(Demo))
    assert ["is_in_order", "number_is_small"] == list(invariants_of(Demo, True))


def test_overlapping_slots_are_refused():
    """Two cells in one slot, or one inside a set's second, is a mistake that never starts."""

    class Twice(Module, address=0x0E00, name="twice"):
        """The same slot twice."""

        one = Value(3, int)
        two = List(3, int)

    class Inside(Module, address=0x0E01, name="inside"):
        """A value at the positions of a set."""

        members = Set(4, Address)
        one = Value(5, int)

    for module, name in ((Twice, "two"), (Inside, "one")):
        with pytest.raises(TypeError, match=rf"\.{name} at slot \d overlaps"):
            cells_of(module)


def test_clashing_selectors_are_refused():
    """Two methods that callers could not tell apart are a mistake that never starts."""

    class Clash(Module, address=0x0E02, name="clash"):
        """Two Python names, one Solidity name."""

        @call()
        def do_it(self, number: int) -> None:
            """Do it."""

        @view
        def do__it(self, number: int) -> int:
            """Do it."""
            return number

    with pytest.raises(TypeError, match=r"doIt\(uint256\) has a taken selector"):
        methods_of(Clash)


def test_a_need_that_nobody_fills_is_told():
    """A module that asks for a peer which was not wired stops with both names."""
    with pytest.raises(LookupError, match=r"demo\.nobody is not wired"):
        begin().ask_nobody()


def test_a_peer_sees_who_asks():
    """The other module's caller is the module, not the account that called the module."""
    demo = begin()
    assert (5, 7) == (demo.pass_on(5), demo.pass_on(2))
    other = own(Other, demo.host)
    assert Demo.address == other.asked_by


def test_every_move_has_one_event():
    """Coins moved, paid or burned are told with source, target, amount and reason; zero is not."""
    demo = begin()
    demo.host.mint(Demo.address, Wei(10))
    demo.pay(ALICE, 3, "paid")
    demo.move(ALICE, Demo.address, 1, "back")
    demo.burn(2, "burned")
    demo.pay(ALICE, 0, "nothing")
    demo.burn(0, "nothing")
    told = [
        CoinsMoved(Demo.address, ALICE, Wei(3), "paid"),
        CoinsMoved(ALICE, Demo.address, Wei(1), "back"),
        CoinsMoved(Demo.address, ZERO_ADDRESS, Wei(2), "burned"),
    ]
    assert [(Demo.address, *logged(event)) for event in told] == [
        (log.address, log.topics, log.data) for log in demo.host.logs
    ]
    assert (6, 2) == (demo.host.balance_wei(Demo.address), demo.host.balance_wei(ALICE))


def logged(event: Event) -> tuple[tuple[int, ...], bytes]:
    """An event's topics and data."""
    topics, data = encode_event(event)
    return tuple(topics), data


def test_nobody_can_pay_what_is_not_there():
    """A move of more coins than there are says both numbers and moves none."""
    demo = begin()
    with pytest.raises(InsufficientCoins, match="needed_wei 5, found_wei 0"):
        demo.pay(ALICE, 5, "paid")
    assert ([], 0) == (demo.host.logs, demo.host.balance_wei(ALICE))


@pytest.mark.parametrize(("amount_wei", "reason"), [(1, ""), (1, "x" * 33), (1, "né"), (-1, "x")])
def test_a_move_without_a_short_reason_is_our_own_bug(amount_wei, reason):
    """Reasons are one to 32 ASCII characters, amounts are not negative."""
    with pytest.raises(AssertionError):
        begin().pay(ALICE, amount_wei, reason)


def test_the_pause_stands_far_from_declared_slots():
    """Pausing writes one slot that no declaration can reach."""
    demo = begin()
    demo.set_paused(True)
    assert demo.is_paused
    assert {(Demo.address, PAUSED_SLOT): demo.block.height + 1} == demo.host.words
    demo.set_paused(False)
    assert not demo.is_paused


def test_pauses_are_counted_in_blocks():
    """What runs against nobody while the module stands still is known afterwards, all in all."""
    demo = begin()
    assert (0, 0) == (demo.paused_blocks, demo.resumed_at)
    for blocks in (5, 2):
        demo.set_paused(True)
        demo.host.advance(blocks)
        demo.set_paused(True)  # again: it is paused since then
        demo.set_paused(False)
        demo.set_paused(False)
        demo.host.advance()
    assert (7, demo.block.height - 1) == (demo.paused_blocks, demo.resumed_at)
    assert 0 < demo.resumed_s <= demo.block.time_s


def test_a_deadline_of_an_unknown_kind_is_our_own_bug():
    """A module that set a deadline it does not know fails loudly."""
    with pytest.raises(LookupError, match="demo declares no deadline of kind 7"):
        begin().on_timer(7, 1)


def test_marks_do_not_change_functions():
    """A declared method is still the function that was written."""

    @invariant
    def holds(self: object) -> bool:
        """Say yes."""
        return True

    @audit
    def holds_too(self: object) -> bool:
        """Say yes."""
        return True

    assert holds(None) and holds_too(None)
    demo = begin()
    demo.genesis(DemoGenesis())
    assert demo.settings == DemoParams()
    assert (demo.block, demo.value_wei) == (demo.host.block, 0)


class Ledger(Module):
    """A part of a page: storage, a call and a view."""

    total = Value(1, int)

    @call()
    def count_up(self) -> None:
        """Add one."""
        self.total += 1

    @view
    def shown(self) -> int:
        """Return the count."""
        return self.total


class Whole(Ledger, address=0x0F21, name="whole"):
    """A page in two parts."""

    first = Value(0, int)

    @call()
    def begin(self) -> None:
        """Start at ten."""
        self.first = self.total = 10


def test_a_part_of_a_page_belongs_to_the_module_that_inherits_it():
    """Calls, views and storage of a part stand in the module's tables, after its own."""
    assert [m.name for m in methods_of(Whole).values()] == ["begin", "count_up", "shown"]
    assert list(cells_of(Whole)) == ["first", "total"]
    page = Whole(MemoryHost(), CallInfo(ALICE))
    page.begin()
    page.count_up()
    assert page.shown() == 11
    assert not hasattr(Ledger, "address")


def test_two_parts_that_declare_the_same_name_are_refused():
    """What one part declares cannot be hidden by another by accident; the page itself may."""

    class Other(Module):
        @view
        def shown(self) -> int:
            """Return something else."""
            return 0

    class Clash(Ledger, Other, address=0x0F22, name="clash"):
        pass

    class Override(Ledger, address=0x0F23, name="override"):
        @view
        def shown(self) -> int:
            """Return the double."""
            return 2 * self.total

    with pytest.raises(TypeError, match="Ledger and Other declare shown"):
        methods_of(Clash)
    assert [m.name for m in methods_of(Override).values()] == ["count_up", "shown"]
