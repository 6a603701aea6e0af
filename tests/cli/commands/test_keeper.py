"""`kumiai keeper`: settings to begin from, and what it tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from agents.keeper import process
from agents.keeper.settings import SettingsWrong, read_settings
from tests.cli.conftest import Kumiai

STANDING = {"rescued": 2, "reward_wei": str(10**18), "chores": 3, "alerts": 1, "node_failures": 0}
ALERT = {"kind": "channel_low", "account": "0x01", "message": "channel 7 holds little"}


def test_settings_are_written_once(kumiai: Kumiai, home: Path) -> None:
    """`init` writes what can be read, and never over what somebody edited."""
    assert 0 == kumiai("keeper", "init").status
    path = home / "keeper" / "keeper.toml"
    assert 2 == read_settings(path).poll_s
    path.write_text("mine")
    again = kumiai("keeper", "init")
    assert (1, True) == (again.status, "there already" in again.err)
    assert "mine" == path.read_text()


@pytest.mark.usefixtures("node")
def test_what_changes_and_what_is_coming_is_told(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """A standing without news says nothing; every alert is said."""
    seen: list[Any] = []

    def run(setting: Any, on_report: Any) -> None:
        seen.append(setting.home)
        for news in (STANDING, STANDING, ALERT):
            on_report(dict(news))

    monkeypatch.setattr(process, "run_keeper", run)
    shown = kumiai("keeper", "run", "--from", "dev0")
    assert 0 == shown.status, shown.err
    assert 1 == shown.err.count("2 vouchers redeemed")
    assert "0x01: channel 7 holds little" in shown.err
    assert [home / "keeper"] == seen
    lines = kumiai("keeper", "run", "--from", "dev0", "--json").out.splitlines()
    assert [STANDING, ALERT] == [json.loads(line) for line in lines]


@pytest.mark.usefixtures("node")
@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (SettingsWrong("poll_s: 1 expected"), "poll_s"),
        (FileNotFoundError(2, "No such file", "x/keeper.toml"), "kumiai keeper init"),
    ],
)
def test_what_is_missing_is_one_line(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch, failure: Exception, why: str
) -> None:
    """Whatever keeps a keeper from working ends the command with its reason."""

    def run(setting: Any, on_report: Any) -> None:
        raise failure

    monkeypatch.setattr(process, "run_keeper", run)
    shown = kumiai("keeper", "run", "--from", "dev0")
    assert (1, True) == (shown.status, why in shown.err)
