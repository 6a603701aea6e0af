"""`kumiai module`; that what it writes is whole, tests/e2e/test_new_module.py shows."""

import json
from pathlib import Path

import pytest

from cli.__main__ import main
from tests.cli.conftest import Answer, Kumiai
from tests.cli.scaffold.checkouts import ROOT, small_checkout


@pytest.fixture
def kumiai(capsys: pytest.CaptureFixture[str]) -> Kumiai:
    """Run a command that needs no home."""

    def run(*words: str) -> Answer:
        status = main(words)
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return run


def test_a_dry_run_names_the_files_and_writes_none(kumiai: Kumiai, tmp_path: Path) -> None:
    """One sees the name, the address and the places before anything is there."""
    small_checkout(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    answer = kumiai("module", "new", "zoo", "--dry-run", "--json", "--directory", str(tmp_path))
    assert {
        "module": "zoo",
        "address": "0x" + "0b01".rjust(40, "0"),
        "new": [
            "modules/zoo/__init__.py",
            "modules/zoo/module.py",
            "tests/modules/zoo/test_module.py",
        ],
        "changed": ["modules/__init__.py"],
        "rendered": [],
        "next": ["pytest tests/modules/zoo", "make render", "kumiai devnet --reset"],
    } == json.loads(answer.out)
    assert before == sorted(tmp_path.rglob("*"))


def test_people_get_a_table(kumiai: Kumiai) -> None:
    """The same of this checkout, for a person."""
    answer = kumiai("module", "new", "zoo", "--dry-run", "--directory", str(ROOT))
    assert "zoo at 0x0B00 would be written so" in answer.out
    assert "modules/zoo/module.py" in answer.out


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("wallet",), 2, "wallet is a member of the client"),
        (("mint",), 2, "mint is a module"),
        (("zoo", "--address", "0x0B00"), 2, "draw2 is at 0x0b00"),
        (("class",), 2, "class is a word of Python"),
        (("holding",), 2, "Holding is a name that a new page uses"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    kumiai: Kumiai, tmp_path: Path, words: tuple[str, ...], status: int, told: str
) -> None:
    """Names and addresses that are taken say by what."""
    small_checkout(tmp_path)
    answer = kumiai("module", "new", *words, "--directory", str(tmp_path))
    assert status == answer.status
    assert told in answer.err and 1 == answer.err.count("\n")


def test_outside_of_a_checkout_it_says_what_to_do(kumiai: Kumiai, tmp_path: Path) -> None:
    """An installed program cannot grow a module."""
    answer = kumiai("module", "new", "zoo", "--directory", str(tmp_path))
    assert 1 == answer.status
    assert "clone the source, run `make setup`" in answer.err


def test_without_the_renderer_nothing_is_written(
    kumiai: Kumiai, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module without its interface would be half a module."""
    small_checkout(tmp_path)
    monkeypatch.setattr("cli.commands.module.RENDERER", "no_such_package")
    answer = kumiai("module", "new", "zoo", "--directory", str(tmp_path))
    assert 1 == answer.status and "run `make setup`" in answer.err
    assert not (tmp_path / "modules/zoo").exists()


def test_a_renderer_that_fails_is_quoted(kumiai: Kumiai, tmp_path: Path) -> None:
    """What stands on the disk by then is said, and why the rest does not."""
    small_checkout(tmp_path)
    (tmp_path / "cli/__init__.py").touch()
    (tmp_path / "cli/render.py").write_text("raise SystemExit('no room')\n")
    answer = kumiai("module", "new", "zoo", "--directory", str(tmp_path))
    assert 1 == answer.status
    assert "the module is written, its renderings are not: no room" in answer.err
    assert (tmp_path / "modules/zoo/module.py").exists()
