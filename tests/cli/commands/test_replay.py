"""`kumiai replay` says in one line what it cannot execute."""

from contextlib import ExitStack
from pathlib import Path

from cli.__main__ import main
from cli.config import load_config
from cli.node import load_genesis, open_ledger
from tests.cli.conftest import At, Ran


def test_what_cannot_be_replayed(at: At, tmp_path: Path, ran: Ran) -> None:
    """No chain to read, the same directory twice, and a height that is not there."""
    at("devnet")
    home, again = tmp_path / "h", tmp_path / "again"
    assert f"no chain at {home}" in at("replay", "--from", str(home)).err
    config = load_config(home)
    with ExitStack() as stack:
        open_ledger(config, load_genesis(config), stack)
    assert "are the same directory" in at("replay", "--from", str(home)).err
    main(["init", "--genesis", str(home / "genesis.json"), "--home", str(again)])
    words = ["replay", "--from", str(home), "--home", str(again)]
    assert 2 == main([*words, "--to", "1"])
    assert 0 == main(words)


def test_a_home_in_use_is_named(at: At, tmp_path: Path, ran: Ran) -> None:
    """Whichever of the two homes another process has open is the one that must stop."""
    at("devnet")
    home, again = tmp_path / "h", tmp_path / "again"
    main(["init", "--genesis", str(home / "genesis.json"), "--home", str(again)])
    for used, other in ((home, again), (again, home)):
        config = load_config(used)
        with ExitStack() as stack:
            open_ledger(config, load_genesis(config), stack)
            load_config(other).data_dir.mkdir(parents=True, exist_ok=True)
            answer = at("replay", "--from", str(again))
        assert f"a node runs at {used}" in answer.err
