"""A home with a devnet's keys and a fake node that it finds, built once a test run."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli import endpoint
from cli.__main__ import main
from cli.devnet import dev_accounts
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
