"""The command line as a whole: help, errors in one line, exit statuses."""

import argparse
from collections.abc import Iterator

import pytest

from cli import __main__ as entry
from cli.__main__ import COMMANDS, build_parser
from tests.cli.conftest import Kumiai


def _leaves(
    parser: argparse.ArgumentParser, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """Yield every command, those inside commands too."""
    nested = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if words:
        yield words, parser
    for action in nested:
        for name, inner in action.choices.items():
            yield from _leaves(inner, (*words, name))


# What they work on instead of a home.
HOMELESS = {
    ("testnet",): "--output",
    ("import",): "--genesis",
    ("module", "new"): "--directory",
}
LEAVES = dict(_leaves(build_parser()))


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_every_help_text_has_an_example(words: tuple[str, ...]) -> None:
    """Each command's help shows a line that can be typed, and that is understood."""
    text = LEAVES[words].format_help()
    example = text.partition("example:\n")[2].splitlines()[0].strip()
    assert example.startswith("kumiai " + words[0]), text


@pytest.mark.parametrize("words", LEAVES, ids=" ".join)
def test_every_command_speaks_json(words: tuple[str, ...]) -> None:
    """Every command that does something takes --json and --home; three have no home to work on."""
    parser = LEAVES[words]
    if parser.get_default("run") is None:
        return
    flags = {flag for action in parser._actions for flag in action.option_strings}
    assert {"--json", HOMELESS.get(words, "--home")} <= flags


def test_all_commands_are_there() -> None:
    """The commands are those of the documentation."""
    expected = [
        "devnet",
        "testnet",
        "init",
        "start",
        "status",
        "top",
        "keys",
        "tx",
        "query",
        "gov",
        "validator",
        "signer",
        "light",
        "replica",
        "bridge",
        "relayer",
        "provider",
        "gateway",
        "keeper",
        "module",
        "inspect",
        "wal",
        "rollback",
        "replay",
        "export",
        "import",
        "version",
    ]
    assert expected == list(COMMANDS)


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["tx", "staking", "delegate", "--nonsense", "--from", "dev0"],
        ["query", "staking", "nonsense"],
        ["gov", "vote", "x", "yes", "--from", "dev0"],
        ["gov", "vote", "1", "maybe", "--from", "dev0"],
        ["devnet", "--rpc-port", "70000"],
        ["devnet", "--block-time", "0"],
        ["keys", "new", "../x", "--no-passphrase"],
        ["tx", "send", "dev1", "1.5", "--from", "dev0"],
        ["tx", "send", "dev1"],
        ["query", "block", "x"],
        ["query", "balance"],
        ["gov", "submit", "--title", "t", "--set", "x", "--from", "dev0"],
        ["gov", "submit", "--title", "t", "--set", "a.b=1", "--spend", "x=1", "--from", "dev0"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("node")
def test_what_is_not_understood_is_one_line_and_status_2(kumiai: Kumiai, words: list[str]) -> None:
    """A command line that cannot be read gives one line on stderr, nothing on stdout."""
    answer = kumiai(*words)
    assert (2, "") == (answer.status, answer.out)
    assert answer.err.startswith("kumiai: ") and 1 == answer.err.count("\n")
    assert "Traceback" not in answer.err


def test_without_a_node_the_error_says_how_to_get_one(kumiai: Kumiai) -> None:
    """A command that needs a node names the command that starts one, and the flag."""
    for words in (["status"], ["query", "staking", "params"], ["gov", "list"]):
        answer = kumiai(*words)
        assert 1 == answer.status
        assert "start one with `kumiai devnet --home" in answer.err
        assert "--node URL" in answer.err


def test_even_our_own_bugs_are_one_line(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unforeseen failure is one line; KUMIAI_DEBUG=1 shows where it was."""

    def broken(args: argparse.Namespace) -> int:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr("cli.commands.version.run", broken)
    answer = kumiai("version")
    assert (1, 1) == (answer.status, answer.err.count("\n"))
    assert "RuntimeError: two lines (set KUMIAI_DEBUG=1" in answer.err
    monkeypatch.setenv(entry.DEBUG_VARIABLE, "1")
    assert "Traceback" in kumiai("version").err


def test_ctrl_c_ends_quietly(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever interrupts sees no traceback and the status that shells expect."""

    def interrupted(args: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("cli.commands.version.run", interrupted)
    answer = kumiai("version")
    assert (130, "") == (answer.status, answer.err)


def test_options_stand_anywhere(kumiai: Kumiai, node: object) -> None:
    """Flags may come before, between and after the words of a command."""
    for words in (
        ["query", "--json", "balance", "dev1"],
        ["query", "balance", "--json", "dev1"],
        ["query", "balance", "dev1", "--json"],
    ):
        assert 0 == kumiai(*words).status
