"""The fork table against py-evm's own classes."""

import pytest
from eth.vm.forks.prague import PragueVM

from chain.vm.fork import FORKS, PRAGUE, PRAGUE_WITH_BLOBS
from chain.vm.machine import Machine


def test_the_chain_runs_at_prague() -> None:
    """Prague's instructions and precompiles are py-evm's."""
    computation_class = PragueVM.get_state_class().computation_class
    assert PRAGUE.computation_class is computation_class
    machine = Machine()
    assert set(machine.precompiles) == set(computation_class.get_precompiles())
    assert set(machine.computation_class.opcodes) == set(computation_class.opcodes)


@pytest.mark.parametrize("name", sorted(FORKS))
def test_each_fork_is_found_by_its_name(name: str) -> None:
    """State tests name forks; each has a machine of its own."""
    assert FORKS[name].name == name
    assert Machine(FORKS[name]).computation_class.__name__ == f"{name}Computation"


def test_rules_come_in_with_their_forks() -> None:
    """What an EIP brought is off before it and on after."""
    assert [fork.name for fork in FORKS.values() if fork.sets_code] == ["Prague"]
    assert [fork.name for fork in FORKS.values() if fork.carries_blobs] == ["Cancun"]
    assert [fork.name for fork in FORKS.values() if not fork.sweeps_empty] == [
        "Frontier",
        "Homestead",
        "EIP150",
    ]
    assert (9, True) == (PRAGUE_WITH_BLOBS.blobs_max, PRAGUE_WITH_BLOBS.carries_blobs)
    limited = [fork.name for fork in FORKS.values() if fork.limits_initcode]
    assert limited == ["Shanghai", "Cancun", "Prague"]
