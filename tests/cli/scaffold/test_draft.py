"""A new module's files."""

import ast
import re
from pathlib import Path

import pytest

from chain.types.primitives import Address
from cli.errors import CommandFailed
from cli.scaffold.checkout import REGISTER, open_checkout
from cli.scaffold.draft import Draft, draft, template_words
from cli.scaffold.names import NAME_CHARACTERS_MAX, Name
from tests.cli.scaffold.checkouts import small_checkout

AT = Address((0x0B01).to_bytes(20, "big"))
PAGE = Path("modules/prize_draw/module.py")
ORDER = (
    "PrizeDrawParams", "PrizeDrawGenesis", "Holding", "Taken", "TooLittle", "PrizeDraw",
    "settings", "held", "genesis", "take", "params", "holding", "coins_are_there",
)  # fmt: skip


def drafted(root: Path, name: str = "prize_draw") -> Draft:
    """Return the files of a module in a small checkout."""
    return draft(open_checkout(small_checkout(root)), Name(name), AT)


def test_the_page_has_the_order_of_all_pages(tmp_path: Path) -> None:
    """Params, events, refusals, storage, genesis, calls, views, invariants."""
    tree = ast.parse(drafted(tmp_path).new[PAGE])
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    found = [node.name for node in classes]
    for node in classes[-1].body:
        if isinstance(node, ast.FunctionDef):
            found.append(node.name)
        elif isinstance(node, ast.Assign):
            found += [target.id for target in node.targets if isinstance(target, ast.Name)]
    assert list(ORDER) == found


def test_nothing_of_a_template_is_left(tmp_path: Path) -> None:
    """Every place that waits for a word has got it."""
    for path, text in drafted(tmp_path).new.items():
        assert "$" not in text, path


def test_no_line_of_the_longest_name_is_too_long(tmp_path: Path) -> None:
    """Whoever takes a long name need not format what was written."""
    for words in ("a" * NAME_CHARACTERS_MAX, "_".join("abcdefghijkl")):
        for path, text in drafted(tmp_path, words).new.items():
            assert max(map(len, text.splitlines())) <= 100, path


def test_the_register_is_written_last(tmp_path: Path) -> None:
    """What is interrupted leaves files that no module is made of, not a chain that cannot start."""
    found = drafted(tmp_path)
    assert [REGISTER] == list(found.changed)
    found.write(open_checkout(tmp_path))
    for path, text in (*found.new.items(), *found.changed.items()):
        assert text == (tmp_path / path).read_text()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Where a file of that name lies, none is written."""
    found = drafted(tmp_path)
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text("mine")
    before = (tmp_path / REGISTER).read_text()
    with pytest.raises(CommandFailed, match=f"{PAGE} is there already"):
        found.write(open_checkout(tmp_path))
    assert "mine" == (tmp_path / PAGE).read_text()
    assert before == (tmp_path / REGISTER).read_text()
    assert not (tmp_path / "tests/modules/prize_draw").exists()


def test_words_of_the_templates_are_known(tmp_path: Path) -> None:
    """A module called `Holding` would hide the record that its page declares."""
    used = set(re.findall(r"\bimport ([A-Z]\w+)", drafted(tmp_path).new[PAGE]))
    assert used | {"Holding", "Taken", "TooLittle", "Wei"} <= set(template_words())
