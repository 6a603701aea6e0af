"""The Python client's modules: everything declared is there, typed, and importable."""

import ast

import pytest

from chain.kit.module import Module, call, view
from chain.kit.record import Event, Record
from chain.kit.render.names import calls_of, views_of
from chain.types.primitives import Address, Wei
from cli.renderings.python_module import declared, is_own, render_module, rendered
from cli.renderings.python_text import LINE_CHARS
from modules import MODULES

TEXTS = {path.stem: text for path, text in rendered(MODULES).items()}


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_each_declaration_is_rendered_with_its_words(module):
    """Every type, call and view, each with its docstring."""
    tree = ast.parse(TEXTS[module.name])
    shared = ast.parse(TEXTS["shared"])
    classes = {n.name: n for n in (*tree.body, *shared.body) if isinstance(n, ast.ClassDef)}
    for item in declared(module):
        assert ast.get_docstring(classes[item.__name__]), item
    methods = {n.name for n in classes[module.__name__].body if hasattr(n, "name")}
    wanted = {m.name for m in (*calls_of(module), *views_of(module)) if not m.governed}
    assert wanted == methods


def test_what_modules_share_is_rendered_once():
    """So that a record of one can be given to another."""
    for module in MODULES:
        for item in declared(module):
            if not is_own(module, item):
                assert f"class {item.__name__}(" not in TEXTS[module.name]
                assert f"class {item.__name__}(" in TEXTS["shared"]


def test_signatures_and_docstrings_keep_to_the_line():
    """Tuples of names may be longer; what people read is not."""
    for text in TEXTS.values():
        for line in text.splitlines():
            is_read = line.lstrip().startswith(('"""', "async def", "def"))
            assert not is_read or len(line) <= LINE_CHARS, line


class Taken(Record):
    """A record."""

    amount_wei: Wei = Wei(3)
    who: Address = Address(bytes(20))


class Happened(Event):
    """Something."""

    amount_wei: Wei


class Shop(Module, address=0x0FFF, name="shop"):
    """A shop."""

    @call(payable=True)
    def take(self, taken: Taken) -> None:
        """Take."""

    @call(governed=True)
    def close(self) -> None:
        """Close."""

    @view
    def price(self, count: int) -> Wei:
        """Return a price."""
        return Wei(count)


def test_defaults_coins_and_governed_calls():
    """Defaults come along, coins are asked for, and governed calls are data only."""
    text = render_module(Shop)
    assert 'CLOSE: Final = kit.Call("close", ())' in text
    assert "async def close" not in text
    assert "async def take(self, taken: Taken, *, value_wei: int) -> Pending:" in text
    assert "async def price(self, count: kit.Uint256) -> kit.Wei:" in text


def test_a_view_that_the_clients_class_has_a_name_for_is_refused():
    """It would hide what every module has."""

    class Clash(Module, address=0x0FFE, name="clash"):
        """A clash."""

        @view
        def reading(self) -> int:
            """Return a number."""
            return 1

    with pytest.raises(TypeError, match="call something else so"):
        render_module(Clash)
