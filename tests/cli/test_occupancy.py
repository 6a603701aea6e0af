"""One process a home."""

from pathlib import Path

from chain.store.leveldb import LevelStore
from cli.config import NodeConfig
from tests.cli.conftest import At, Ran


def test_a_second_node_on_a_home_is_refused(at: At, tmp_path: Path, ran: Ran) -> None:
    """Where a process has the database, nothing else starts, resets or exports."""
    at("devnet")
    data = NodeConfig(tmp_path / "h").data_dir
    data.mkdir(parents=True)
    store = LevelStore(data)
    for words in (["start"], ["devnet"], ["devnet", "--reset"], ["export"]):
        answer = at(*words)
        assert (1, True) == (answer.status, "a node runs at" in answer.err), answer
    store.close()
    assert 1 == len(ran)
    assert 0 == at("devnet", "--reset").status
