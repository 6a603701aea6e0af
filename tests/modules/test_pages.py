"""What every module's page promises, whatever the module does."""

import importlib
import inspect
import pkgutil

import pytest

from chain.kit.module import Module, cells_of, methods_of, params_of
from chain.kit.record import Event, Refusal, rules_of
from modules import MODULES

PARAMETER_SLOTS = 32  # kept for parameters at the beginning of every module's storage
TABLES = {"devices": 128}  # of modules whose parameters are a table, a line a class


def declared(module: type[Module], base: type) -> set[type]:
    """Return every event or refusal that any file of the module's package declares."""
    package = importlib.import_module(module.__module__.rpartition(".")[0])
    files = [
        importlib.import_module(f"{package.__name__}.{f.name}")
        for f in pkgutil.iter_modules(package.__path__)
    ]
    return {
        item
        for file in files
        for item in vars(file).values()
        if inspect.isclass(item) and issubclass(item, base) and item.__module__ == file.__name__
    }


@pytest.mark.parametrize("module", MODULES)
def test_page_names_all_that_the_package_may_say(module: type[Module]) -> None:
    """An event or a refusal that the page does not name would be missing from the interface."""
    assert declared(module, Event) <= set(module.events)
    assert declared(module, Refusal) <= set(module.refusals)


@pytest.mark.parametrize("module", MODULES)
def test_parameters_leave_room_and_start_within_bounds(module: type[Module]) -> None:
    """Parameters can be added without moving other storage, and defaults are sound."""
    first = min(cell.slot for cell in cells_of(module).values() if cell.slot)
    room = TABLES.get(module.name, PARAMETER_SLOTS)
    assert first >= room
    found = params_of(module)
    if found:
        assert len(rules_of(found[1])) <= room
        assert found[1]().objection() is None


@pytest.mark.parametrize("module", MODULES)
def test_every_method_says_what_it_means(module: type[Module]) -> None:
    """Every call and view has a sentence for those who read the interface."""
    assert all(method.doc for method in methods_of(module).values())
