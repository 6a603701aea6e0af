"""`kumiai export` reads a stopped node."""

import json
from contextlib import ExitStack
from pathlib import Path

from cli.__main__ import main
from cli.config import load_config
from cli.node import load_genesis, open_ledger
from tests.cli.conftest import At, Ran


def test_export_gives_a_genesis_with_the_same_state(at: At, tmp_path: Path, ran: Ran) -> None:
    """What is exported, as output or file, begins a chain whose state root is the same."""
    at("devnet")
    config = load_config(tmp_path / "h")
    with ExitStack() as stack:
        root = open_ledger(config, load_genesis(config), stack).head.header.state_root
    file = tmp_path / "out.json"
    assert "accounts after block 0 written to" in at("export", "--output", str(file)).out
    assert json.loads(file.read_text()) == json.loads(at("export").out)
    assert 0 == json.loads(at("export", "--output", str(file), "--json").out)["height"]
    main(["init", "--genesis", str(file), "--home", str(tmp_path / "again")])
    again = load_config(tmp_path / "again")
    with ExitStack() as stack:
        found = open_ledger(again, load_genesis(again), stack).head.header.state_root
    assert root == found


def test_export_of_what_is_not_there(at: At, tmp_path: Path, ran: Ran) -> None:
    """No chain and no such height are each said in one line."""
    assert "no chain at" in at("export").err
    at("devnet")
    config = load_config(tmp_path / "h")
    with ExitStack() as stack:
        open_ledger(config, load_genesis(config), stack)
    answer = at("export", "--height", "9")
    assert (2, True) == (answer.status, "0 to 0 expected, found 9" in answer.err)
