"""What of a checkout is taken is read from its text."""

from pathlib import Path

import pytest

from cli.errors import CommandFailed, UsageWrong
from cli.scaffold.checkout import ADDRESS_FIRST, open_checkout
from modules import MODULES
from tests.cli.scaffold.checkouts import ROOT, small_checkout


def test_every_module_of_this_checkout_is_found() -> None:
    """The text of the pages says of names and addresses what the classes do."""
    declared = {int.from_bytes(module.address, "big"): module.name for module in MODULES}
    assert declared == open_checkout(ROOT).addresses()


def test_the_first_free_address_is_picked(tmp_path: Path) -> None:
    """It lies behind those that are taken; a wanted one is taken as it is."""
    checkout = open_checkout(small_checkout(tmp_path))
    assert ADDRESS_FIRST + 1 == int.from_bytes(checkout.free_address(None), "big")
    assert 0x0C00 == int.from_bytes(checkout.free_address(0x0C00), "big")


@pytest.mark.parametrize(
    ("wanted", "words"),
    [(0x0808, "mint is at 0x0808"), (0x07FF, "0x0800 to 0xffff expected"), (0x10000, "0x10000")],
)
def test_other_addresses_are_refused(tmp_path: Path, wanted: int, words: str) -> None:
    """Neither a module's, nor one that Ethereum may give to a precompile."""
    with pytest.raises(UsageWrong, match=words):
        open_checkout(small_checkout(tmp_path)).free_address(wanted)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mint", "a module"),
        ("rpc", "the package rpc"),
        ("Draw2", "a name in modules/__init__.py"),
        ("stage", "a directory of tests"),
        ("blocks", "a package of messages"),
    ],
)
def test_taken_names_are_known(tmp_path: Path, name: str, words: str) -> None:
    """Wherever a module's name would stand, what stands there already is found."""
    assert open_checkout(small_checkout(tmp_path)).taken()[name].startswith(words)


def test_elsewhere_there_is_no_checkout(tmp_path: Path) -> None:
    """Whoever only installed the program hears what is missing and where to get it."""
    with pytest.raises(CommandFailed, match="is no checkout of Kumiai .* clone the source"):
        open_checkout(tmp_path)


def test_a_page_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """A broken page is its author's to mend, before another comes."""
    checkout = open_checkout(small_checkout(tmp_path))
    (tmp_path / "modules/mint/module.py").write_text("class Mint(:\n")
    with pytest.raises(CommandFailed, match=r"modules/mint/module\.py:1: .*: mend it first"):
        checkout.addresses()
