"""What a stopped node holds."""

import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from chain.types.primitives import Height
from cli.config import NodeConfig
from cli.devnet import CHAIN_ID_DEFAULT, make_home
from cli.errors import CommandFailed
from cli.inspection import inspect_home
from cli.node import load_genesis, open_ledger
from consensus.core.inputs import StartHeight
from consensus.host.records import encode_record
from consensus.host.wal import Wal


@pytest.fixture
def config(tmp_path: Path) -> NodeConfig:
    """A devnet's home whose chain has begun."""
    made = NodeConfig(tmp_path / "h")
    make_home(made, CHAIN_ID_DEFAULT, 1_700_000_000)
    with ExitStack() as stack:
        open_ledger(made, load_genesis(made), stack)
    return made


def write_log(config: NodeConfig, height: int) -> Path:
    """Write a log of one record."""
    wal = Wal(config.wal_dir)
    wal.open_height(Height(height))
    wal.append(encode_record(StartHeight(Height(height))))
    wal.close()
    return config.wal_dir / f"{height:012d}.wal"


def test_a_sound_home_has_no_problems(config: NodeConfig) -> None:
    """Chain, validators, log and sign state are shown, and they agree."""
    write_log(config, 1)
    found = inspect_home(config)
    assert (0, CHAIN_ID_DEFAULT) == (found.chain["height"], found.chain["chain_id"])
    assert 1 == len(found.validators)
    assert [{"height": 1, "records": 1}] == [
        {key: log[key] for key in ("height", "records")} for log in found.logs
    ]
    assert found.sign_state is not None and [] == found.problems


def test_a_key_ahead_of_its_chain_is_named(config: NodeConfig) -> None:
    """A restored old chain beside a newer sign state or log is said plainly."""
    write_log(config, 7)
    content = json.loads(config.sign_state_path.read_text())
    config.sign_state_path.write_text(json.dumps({**content, "height": 9}))
    problems = inspect_home(config).problems
    assert any("the log is at height 7" in problem for problem in problems)
    assert any("signed at height 9" in problem for problem in problems)


def test_a_torn_log_and_a_damaged_sign_state_are_named(config: NodeConfig) -> None:
    """What does not read is counted, not raised."""
    path = write_log(config, 1)
    path.write_bytes(path.read_bytes() + b"torn")
    config.sign_state_path.write_text("{}")
    problems = inspect_home(config).problems
    assert any("the last 4 bytes of the log do not read" in problem for problem in problems)
    assert any("a sign state expected" in problem for problem in problems)


def test_looking_changes_no_file(config: NodeConfig) -> None:
    """Chain, log and keys are byte for byte what they were, and nothing is left behind."""
    write_log(config, 1)
    places = (config.home,)
    before = {p: p.read_bytes() for place in places for p in place.rglob("*") if p.is_file()}
    inspect_home(config)
    assert before == {
        p: p.read_bytes() for place in places for p in place.rglob("*") if p.is_file()
    }


HOLD = """
import sys, time
from pathlib import Path
from chain.store.leveldb import LevelStore
store = LevelStore(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_running_node_and_an_empty_home_are_refused(config: NodeConfig, tmp_path: Path) -> None:
    """Only a stopped node is inspected; where there is none, the error says so."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(config.data_dir)], stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None and b"held" in holder.stdout.readline()
        with pytest.raises(CommandFailed, match="stop it first"):
            inspect_home(config)
    finally:
        holder.kill()
        holder.wait()
    with pytest.raises(CommandFailed, match="no chain at"):
        inspect_home(NodeConfig(tmp_path / "nowhere"))
