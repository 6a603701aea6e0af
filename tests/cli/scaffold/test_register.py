"""A new module's two lines among the others."""

import pytest

from cli.errors import CommandFailed
from cli.scaffold.names import Name
from cli.scaffold.register import registered
from tests.cli.scaffold.checkouts import REGISTER


@pytest.mark.parametrize(
    ("name", "before"), [("art", "draw2"), ("draw1", "draw2"), ("draw10", "mint"), ("mine", "mint")]
)
def test_imports_keep_their_order(name: str, before: str) -> None:
    """The import stands where a linter would put it: numbers by their value."""
    text = registered(REGISTER, Name(name))
    assert f"import {Name(name).title}\nfrom modules.{before}.module" in text


def test_the_last_import_may_be_the_new_one() -> None:
    """A name behind all others stands behind them."""
    text = registered(REGISTER, Name("zoo"))
    assert "import Mint\nfrom modules.zoo.module import Zoo\n\nMODULES" in text


def test_mint_stays_the_last() -> None:
    """Its ledger counts the coins that all others made or destroyed in the block."""
    assert "    Draw2,\n    Zoo,\n    Mint,\n)" in registered(REGISTER, Name("zoo"))


def test_without_mint_the_new_one_is_the_last() -> None:
    """Another chain's register is as good."""
    text = REGISTER.replace("    Mint,\n", "")
    assert "    Draw2,\n    Zoo,\n)" in registered(text, Name("zoo"))


@pytest.mark.parametrize(
    "text",
    [
        REGISTER.replace("MODULES", "OTHERS"),
        REGISTER.replace("(\n    Draw2,\n    Mint,\n)", "(Draw2, Mint)"),
        "from typing import Any\nMODULES: Any = (\n)\n",
    ],
)
def test_a_register_of_another_shape_is_left_alone(text: str) -> None:
    """Nobody guesses where the lines belong: the author is asked to write them."""
    with pytest.raises(CommandFailed, match="write the module's two lines by hand"):
        registered(text, Name("zoo"))
