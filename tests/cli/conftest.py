"""A home with a devnet's keys and a fake node that it finds, built once a test run."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli import endpoint
from cli.__main__ import main
from cli.config import NodeConfig
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts, make_home
from cli.endpoint import Endpoints
from cli.keys import PASSPHRASE_VARIABLE, Keyring
from tests.cli.fake_node import CHAIN_ID, FakeNode

NAMES = ("dev0", "dev1", "dev19", "validator")


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str


Kumiai = Callable[..., Answer]


@pytest.fixture(scope="session")
def keyring_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keystore files of some of the devnet's keys."""
    directory = tmp_path_factory.mktemp("keyring")
    for account in dev_accounts():
        if account.name in NAMES:
            Keyring(directory).add(account.name, account.private_key, "")
    return directory


@pytest.fixture
def home(tmp_path: Path, keyring_files: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with those keys and no node."""
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    monkeypatch.delenv("KUMIAI_DEBUG", raising=False)
    shutil.copytree(keyring_files, tmp_path / "home" / "keyring")
    return tmp_path / "home"


@pytest.fixture
def node(home: Path) -> Iterator[FakeNode]:
    """A node that the home knows of."""
    fake = FakeNode(dev_accounts())
    endpoint.write(home, Endpoints(os.getpid(), fake.url, "ws://x", "127.0.0.1:9", CHAIN_ID))
    yield fake
    fake.close()


@pytest.fixture
def kumiai(home: Path, capsys: pytest.CaptureFixture[str]) -> Kumiai:
    """Run a command against the home."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        try:
            status = main([*words, "--home", str(home)])
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return run


Ran = list[NodeConfig]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """The settings of every node that would have run; none does."""
    configs: Ran = []

    def run_node(config: NodeConfig, on_ready: Callable[[Endpoints], None], build: object) -> None:
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
