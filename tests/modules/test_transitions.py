"""Every line of every table of states is taken by a test of its module, from and to each end."""

from importlib import import_module

import pytest

from chain.kit.state_machine import StateMachine, Transition, machines_of
from modules import MODULES
from modules.compute.records import BidState
from tests.modules.moves import noted, replay, untaken

# Which tests of a module are run once more; a few that take all of it, and no long ones.
WALKS = {
    "compute": "machines bidding orders leases jobs deadlines rare_moves",
    "licensing": "machines annotation_machines annotation_batches sales licences subscriptions "
    "revocations disputes erasure assets deadlines rare_moves",
    "model_fees": "machines more_machines closing disputes jury tickets sessions redemption "
    "registry module agents bonds payout",
    "verification": "triples silence rounds claims members game settlement rare_moves",
    "devices": "machines cases penalties challenges registration maintenance rare_moves",
    "identity": "machines recovery issuers credentials disclosure",
}
# Lines that no code takes, because time alone does: a question of a later block is answered so.
BY_TIME_ALONE = {"identity": ("begins", "expires", "disclosure_ends")}


@pytest.mark.timeout(300)  # on a machine that does other things besides
@pytest.mark.parametrize("name", WALKS)
def test_every_line_of_every_table_is_taken(name: str):
    """Each state that a line leaves is left by it, and each that it leads to is reached by it."""
    module = next(item for item in MODULES if item.name == name)
    with noted() as taken:
        for file in WALKS[name].split():
            replay(import_module(f"tests.modules.{name}.test_{file}"))
    silent = BY_TIME_ALONE.get(name, ())
    missing = {
        machine.name: [end for end in untaken(machine, taken) if end.split()[0] not in silent]
        for machine in machines_of(module)
    }
    assert {machine.name: [] for machine in machines_of(module)} == missing


def test_every_module_with_a_table_is_walked():
    """No table of states stands outside of this."""
    assert set(WALKS) == {module.name for module in MODULES if machines_of(module)}


def test_a_line_that_nobody_takes_is_missed():
    """Without a move all ends of a line are missing; with one, those that it did not touch."""
    states = BidState.NOTHING, BidState.OPEN
    begin = Transition("begin", (states[0],), (states[1],), ("anyone",), "")
    machine = StateMachine.__new__(StateMachine)
    machine.name, machine.transitions = "demo", (begin,)
    assert ["begin from NOTHING", "begin to OPEN"] == untaken(machine, set())
    assert [] == untaken(machine, {("demo", "begin", "NOTHING", "OPEN")})
    assert 2 == len(untaken(machine, {("other", "begin", "NOTHING", "OPEN")}))
