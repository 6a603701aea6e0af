"""Homes: `init`, `start`, `devnet` and `export` make, keep and read them."""

import json
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from chain.codec import address_of
from chain.store.leveldb import LevelStore
from cli.__main__ import main
from cli.config import NodeConfig, load_config
from cli.devnet import CHAIN_ID_DEFAULT, MARKER, dev_accounts, make_home
from cli.endpoint import Endpoints
from cli.keys import Keyring
from cli.node import load_genesis, open_ledger
from cli.validator_key import load_validator_key
from consensus.host.signer import FileSigner
from tests.cli.conftest import Answer

Ran = list[NodeConfig]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """The settings of every node that would have run; none does."""
    configs: Ran = []

    def run_node(config: NodeConfig, on_ready: Callable[[Endpoints], None]) -> None:
        configs.append(config)
        on_ready(Endpoints(1, "http://127.0.0.1:1", "ws://127.0.0.1:1", "127.0.0.1:2", 7))

    monkeypatch.setattr("cli.node.run_node", run_node)
    monkeypatch.setattr("cli.keys.SCRYPT_N_LIGHT", 16)
    return configs


@pytest.fixture
def at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Run a command on a home that is not there yet."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        status = main([*words, "--home", str(tmp_path / "h")])
        return Answer(status, *capsys.readouterr())

    return run


At = Callable[..., Answer]


@pytest.fixture(scope="module")
def devnet_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A devnet's home as `kumiai devnet` makes it."""
    home = tmp_path_factory.mktemp("devnet")
    make_home(NodeConfig(home, instant_blocks=True), CHAIN_ID_DEFAULT, 1_700_000_000)
    return home


def test_a_new_home_starts_a_chain_of_one_validator(at: At, tmp_path: Path) -> None:
    """`init` makes all that a node needs: its key is the validator of a genesis that builds."""
    made = json.loads(at("init", "--chain-id", "77", "--json").out)
    config = load_config(tmp_path / "h")
    key = load_validator_key(config.validator_key_path)
    assert key is not None
    with ExitStack() as stack:
        ledger = open_ledger(config, load_genesis(config), stack)
        (validator,) = ledger.validators(1) or ()
        assert address_of(key) == validator.address
    assert 77 == made["chain_id"]
    FileSigner(key, config.sign_state_path, 77).close()
    assert 0o600 == config.validator_key_path.stat().st_mode & 0o777


def test_a_home_is_never_made_twice(at: At, tmp_path: Path) -> None:
    """A second `init` changes nothing and says that the home is in use."""
    at("init")
    before = {path: path.read_bytes() for path in (tmp_path / "h").rglob("*") if path.is_file()}
    answer = at("init")
    assert (1, True) == (answer.status, "this home is in use" in answer.err)
    after = {path: path.read_bytes() for path in (tmp_path / "h").rglob("*") if path.is_file()}
    assert before == after


def test_a_given_genesis_file_is_kept_byte_for_byte(
    at: At, tmp_path: Path, devnet_files: Path
) -> None:
    """Whoever joins a chain has its genesis file as it is; a wrong one is refused first."""
    given = devnet_files / "genesis.json"
    assert 0 == at("init", "--genesis", str(given)).status
    assert given.read_bytes() == (tmp_path / "h" / "genesis.json").read_bytes()
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    answer = main(["init", "--genesis", str(wrong), "--home", str(tmp_path / "other")])
    assert (1, False) == (answer, (tmp_path / "other").exists())


def test_start_needs_a_home(at: At, ran: Ran) -> None:
    """A home without a genesis file is no home; the command that makes one is named."""
    assert "kumiai init --home" in at("start").err
    assert [] == ran


def test_flags_of_start_win(at: At, ran: Ran) -> None:
    """Ports, history and switches given as flags reach the node."""
    at("init")
    answer = at(
        "start", "--rpc-port", "5", "--no-grpc", "--history", "archive", "--log-level", "error"
    )
    (config,) = ran
    assert (5, False, None, "error") == (
        config.rpc_port,
        config.grpc_enabled,
        config.history_blocks,
        config.log_level,
    )
    assert "http://127.0.0.1:1" in answer.out
    at("start", "--history", "9", "--json")
    assert 9 == ran[1].history_blocks


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


def test_a_devnet_is_made_and_gone_on_with(at: At, tmp_path: Path, ran: Ran) -> None:
    """The first run makes accounts, keys and settings; the second keeps all and may move ports."""
    found = json.loads(at("devnet", "--json").out)
    assert 21 == len(found["accounts"])
    assert "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266" == found["accounts"][0]["address"]
    genesis = (tmp_path / "h" / "genesis.json").read_bytes()
    shown = at("devnet", "--rpc-port", "7", "--block-time", "0.2").out
    assert "dev19" in shown and "0xac0974bec39a17e36ba4a6b4d238ff944bacb478" in shown
    assert genesis == (tmp_path / "h" / "genesis.json").read_bytes()
    first, second = ran
    assert (8545, True, 1_000) == (first.rpc_port, first.instant_blocks, first.block_interval_ms)
    assert (7, False, 200) == (second.rpc_port, second.instant_blocks, second.block_interval_ms)


def test_another_chain_id_needs_a_reset(at: At, tmp_path: Path, ran: Ran) -> None:
    """A devnet's chain id does not change under its data; --reset begins anew, own keys stay."""
    at("devnet")
    answer = at("devnet", "--chain-id", "5")
    assert (1, True) == (answer.status, "add --reset to begin chain 5" in answer.err)
    keyring = Keyring(NodeConfig(tmp_path / "h").keyring_dir)
    keyring.add("mine", b"\x07" * 32, "")
    assert 0 == at("devnet", "--chain-id", "5", "--reset").status
    assert 5 == json.loads((tmp_path / "h" / "genesis.json").read_text())["chain_id"]
    assert "mine" in [info.name for info in keyring.list()]


def test_a_devnet_never_touches_another_nodes_home(at: At, tmp_path: Path, ran: Ran) -> None:
    """The home of a real validator is neither used nor reset."""
    at("init")
    before = sorted((tmp_path / "h").rglob("*"))
    for words in (["devnet"], ["devnet", "--reset"]):
        assert "no devnet: choose another --home" in at(*words).err
    assert before == sorted((tmp_path / "h").rglob("*"))
    assert [] == ran


def test_a_half_made_devnet_is_made_again(at: At, tmp_path: Path, ran: Ran) -> None:
    """A first run that was killed leaves a home that the next run completes."""
    at("devnet")
    (tmp_path / "h" / "genesis.json").unlink()
    assert (tmp_path / "h" / MARKER).exists()
    assert 0 == at("devnet").status
    assert (tmp_path / "h" / "genesis.json").exists()


def test_the_devnets_genesis_is_what_is_promised(devnet_files: Path) -> None:
    """20 accounts of 10,000 coins, one validator with stake, and a vote that fits in 20 s."""
    config = load_config(devnet_files)
    genesis = load_genesis(config)
    for account in dev_accounts():
        assert 10_000 * 10**18 == genesis.accounts[account.address].balance_wei
    assert 31_337 == genesis.chain_id
    periods = genesis.modules["governance"]["params"]  # type: ignore[index]
    assert periods["voting_period_s"] + periods["timelock_s"] < 20
    assert config.instant_blocks


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
