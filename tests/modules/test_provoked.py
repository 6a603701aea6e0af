"""
Every refusal and every event of a module is provoked by that module's own tests.

    tests/modules/<name> --ast--> what refuses(...) and raises(...) expect, what is named at all

A refusal that only stands in an import, or in another module's tests, is provoked by nobody.
"""

import ast
from pathlib import Path

import pytest

from chain.kit.audit_log import AUDIT_EVENTS
from chain.kit.module import SHARED_EVENTS, SHARED_REFUSALS, Module
from modules import MODULES

OF_THE_KIT = (*SHARED_EVENTS, *AUDIT_EVENTS)  # tried by the kit's own tests
EXPECTING = ("refuses", "raises")
ELSEWHERE = {
    "ForfeitMissing": "the verifier catches it itself: AskerFailed says so in its words",
    "NotPaused": "of the kit's switches, which tests/chain/kit/test_switches.py provokes",
    "UnknownModule": "of the kit's switches, which tests/chain/kit/test_switches.py provokes",
}


def named_in(node: ast.AST) -> set[str]:
    """Return the names that an expression uses; imports and words in strings are none."""
    found = {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
    return found | {item.attr for item in ast.walk(node) if isinstance(item, ast.Attribute)}


def expected_in(tree: ast.Module) -> set[str]:
    """
    Return what a file's tests expect to be refused.

    Where the expectation is a variable, what the file names elsewhere may be its value.
    """
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in EXPECTING:
            for argument in node.args:
                found |= named_in(argument)
    has_variable = any(name[0].islower() for name in found)
    return found | (named_in(tree) if has_variable else set())


def trees_of(module: type[Module]) -> list[ast.Module]:
    """Return the module's own tests, parsed."""
    place = Path(__file__).parent / module.name
    return [ast.parse(path.read_text()) for path in sorted(place.rglob("*.py"))]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_refusal_is_expected_by_a_test(module: type[Module]):
    """What a module may refuse is refused in one of its tests, by its name."""
    expected = set().union(*map(expected_in, trees_of(module)))
    own = {kind.__name__ for kind in module.refusals if kind not in SHARED_REFUSALS}
    assert set() == own - expected - set(ELSEWHERE)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_event_is_looked_for_by_a_test(module: type[Module]):
    """What a module may log is looked for in one of its tests."""
    named = set().union(*map(named_in, trees_of(module)))
    assert set() == {kind.__name__ for kind in module.events if kind not in OF_THE_KIT} - named


def test_exceptions_are_still_needed():
    """What is provoked elsewhere is a refusal that some module still declares."""
    declared = {kind.__name__ for module in MODULES for kind in module.refusals}
    assert set(ELSEWHERE) <= declared


def test_an_import_provokes_nothing():
    """Only what is expected counts: not an import, and not what is merely constructed."""
    source = "from a import One, Two, Six\nSix()\ndef test():\n    with s.refuses(Two): pass"
    assert {"Two"} == expected_in(ast.parse(source)) - {"s"}
    table = "CASES = [One]\ndef test(kind):\n    with pytest.raises(kind): pass"
    assert "One" in expected_in(ast.parse(table))
