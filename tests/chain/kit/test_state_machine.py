"""State machines as data: what the table allows, refuses and cannot say."""

from enum import IntEnum

import pytest

from chain.kit.render.states import draw_states
from chain.kit.state_machine import (
    ANYONE,
    CHAIN,
    RoleForbids,
    StateForbids,
    StateMachine,
    Transition,
    machines_of,
)


class Door(IntEnum):
    """States of a door."""

    NOTHING = 0
    OPEN = 1
    SHUT = 2
    WALLED = 3


BUILD = Transition("build", (Door.NOTHING,), (Door.OPEN,), ("mason",), "paid up front")
SHUT = Transition("shut", (Door.OPEN,), (Door.SHUT,), (ANYONE,), "no draught")
OPEN = Transition("open", (Door.SHUT,), (Door.OPEN, Door.SHUT), ("owner", "guest"), "may be stuck")
WALL = Transition("wall_up", (Door.OPEN, Door.SHUT), (Door.WALLED,), (CHAIN,), "after a year")
DOOR = StateMachine("door", Door.NOTHING, (BUILD, SHUT, OPEN, WALL))


def test_a_call_enters_in_its_state_and_role():
    """What the table allows goes on: by role, or for anyone."""
    DOOR.enter("build", Door.NOTHING, {"mason"})
    DOOR.enter("shut", Door.OPEN)
    DOOR.enter("open", Door.SHUT, {"guest"})


def test_a_wrong_state_is_refused_before_a_wrong_role():
    """Who may not call and could not anyway is told of the state."""
    with pytest.raises(StateForbids, match="machine door, state WALLED, call open"):
        DOOR.enter("open", Door.WALLED, {"mason"})


def test_a_wrong_role_is_told_whose_call_it_is():
    """The refusal names every role that may make the call."""
    with pytest.raises(RoleForbids, match="roles owner or guest"):
        DOOR.enter("open", Door.SHUT, {"mason"})


def test_a_deadline_is_nobodys_call():
    """Not even who calls itself the chain's friend can make the default happen."""
    with pytest.raises(RoleForbids):
        DOOR.enter("wall_up", Door.OPEN, {"owner"})
    assert DOOR.calls == ("build", "shut", "open")
    assert DOOR.deadlines == ("wall_up",)


def test_a_move_that_the_table_lacks_is_our_bug():
    """Code that would leave the table stops there."""
    assert DOOR.move("open", Door.SHUT, Door.OPEN) == Door.OPEN
    with pytest.raises(AssertionError, match="open does not lead from SHUT to WALLED"):
        DOOR.move("open", Door.SHUT, Door.WALLED)


def test_an_unknown_call_is_our_bug():
    """A misspelt call is no refusal."""
    with pytest.raises(LookupError, match="door has no transition paint"):
        DOOR.enter("paint", Door.OPEN)


def test_what_is_allowed_and_where_it_leads_can_be_asked():
    """Tests and pages read the table."""
    assert DOOR.allows("open", Door.SHUT, "owner")
    assert DOOR.allows("shut", Door.OPEN, "whoever")
    assert not DOOR.allows("open", Door.OPEN, "owner")
    assert not DOOR.allows("open", Door.SHUT, ANYONE)
    assert DOOR.targets("open", Door.SHUT) == (Door.OPEN, Door.SHUT)
    assert DOOR.targets("open", Door.OPEN) == ()
    assert DOOR.roles == ("mason", "owner", "guest")
    assert [state for state in Door if DOOR.is_terminal(state)] == [Door.WALLED]
    assert len(list(DOOR.triples(("mason", "owner")))) == 4 * 3 * 2


def test_a_state_without_a_way_in_is_no_machine():
    """Every state is led to by some call."""
    with pytest.raises(TypeError, match="nothing leads to WALLED"):
        StateMachine("door", Door.NOTHING, (BUILD, SHUT, OPEN), {Door.OPEN: "", Door.SHUT: ""})


def test_a_wait_without_an_end_is_no_machine():
    """A state that others may be kept waiting in has a deadline, or a reason to rest."""
    shut = Transition("wall_up", (Door.SHUT,), (Door.WALLED,), (CHAIN,), "after a year")
    with pytest.raises(TypeError, match="OPEN has no deadline and does not rest"):
        StateMachine("door", Door.NOTHING, (BUILD, SHUT, OPEN, shut))
    StateMachine("door", Door.NOTHING, (BUILD, SHUT, OPEN, shut), {Door.OPEN: "nobody waits"})


def test_a_machine_is_drawn():
    """The picture has each way once, with its calls, and the deadlines in parentheses."""
    assert draw_states(DOOR) == [
        "stateDiagram-v2",
        "    [*] --> OPEN: build",
        "    OPEN --> SHUT: shut",
        "    SHUT --> OPEN: open",
        "    OPEN --> WALLED: (wall_up)",
        "    SHUT --> WALLED: (wall_up)",
        "    WALLED --> [*]",
    ]


def test_a_class_names_its_machines():
    """What a module declares is found in the order of its page."""

    class House:
        """A module of doors."""

        front = DOOR
        back = StateMachine("back door", Door.NOTHING, (BUILD, SHUT, OPEN, WALL))

    assert machines_of(House) == (DOOR, House.back)
