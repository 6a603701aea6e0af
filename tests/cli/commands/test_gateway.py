"""`kumiai gateway`: settings to begin from, flags, and the books."""

import json
from pathlib import Path
from typing import Any

import pytest

from agents.books import Statement
from agents.gateway import income, process
from agents.gateway.income import NothingBegun
from agents.gateway.journal import JournalTaken
from agents.gateway.settings import SettingsWrong, read_settings
from cli.commands import gateway
from tests.cli.conftest import Kumiai

COIN = 10**18
STATEMENT = Statement(9, COIN, 3 * COIN, {"model_fees: voucher": 2 * COIN})
NEWS = {"channels": 2, "calls": 5, "served_wei": str(COIN), "unsigned_wei": "0"}
NEWS |= {"redeemable_wei": "0", "redeemed_wei": str(COIN)}


def test_settings_are_written_once(kumiai: Kumiai, home: Path) -> None:
    """`init` writes what can be read, and never over what somebody edited."""
    assert 0 == kumiai("gateway", "init").status
    path = home / "gateway" / "gateway.toml"
    assert "guild/embed" in read_settings(path).models
    path.write_text("mine")
    again = kumiai("gateway", "init")
    assert (1, True) == (again.status, "there already" in again.err)
    assert "mine" == path.read_text()


@pytest.mark.usefixtures("node")
def test_flags_become_a_setting_and_news_are_told_once(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """The key is unlocked; what did not change is not said again."""
    seen: list[Any] = []

    def run(setting: Any, on_report: Any) -> None:
        seen.append(setting)
        for _ in range(2):
            on_report(dict(NEWS))

    monkeypatch.setattr(process, "run_gateway", run)
    flags = ("--from", "dev0", "--host", "0.0.0.0", "--port", "0")
    shown = kumiai("gateway", "run", *flags)
    assert 0 == shown.status, shown.err
    assert 1 == shown.err.count("5 calls on 2 channels")
    assert (home / "gateway", "0.0.0.0", 0, 8701) == (
        seen[0].home,
        seen[0].host,
        seen[0].port,
        seen[0].metrics_port,
    )
    assert NEWS == json.loads(kumiai("gateway", "run", *flags, "--json").out)
    wrong = kumiai("gateway", "run", "--from", "dev0", "--metrics-port", "70000")
    assert (2, True) == (wrong.status, "--metrics-port" in wrong.err)


@pytest.mark.usefixtures("node")
def test_the_books_are_shown(kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows by reason, for people and as JSON."""

    async def read(_: Any) -> Statement:
        return STATEMENT

    monkeypatch.setattr(gateway, "_statement", read)
    assert "model_fees: voucher" in kumiai("gateway", "status", "--from", "dev0").out
    found = json.loads(kumiai("gateway", "status", "--from", "dev0", "--json").out)
    assert ("0", str(2 * COIN)) == (
        found["difference_wei"],
        found["rows_wei"]["model_fees: voucher"],
    )


@pytest.mark.usefixtures("node")
@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (JournalTaken("another gateway works in x"), "another gateway"),
        (SettingsWrong("exposure_wei: 1 expected"), "exposure_wei"),
        (FileNotFoundError(2, "No such file", "x/gateway.toml"), "kumiai gateway init"),
    ],
)
def test_what_is_missing_is_one_line(
    kumiai: Kumiai, monkeypatch: pytest.MonkeyPatch, failure: Exception, why: str
) -> None:
    """Whatever keeps a gateway from serving ends the command with its reason."""

    def run(setting: Any, on_report: Any) -> None:
        raise failure

    monkeypatch.setattr(process, "run_gateway", run)
    shown = kumiai("gateway", "run", "--from", "dev0")
    assert (1, True) == (shown.status, why in shown.err)


def test_books_of_a_home_without_a_gateway_are_refused(tmp_path: Path) -> None:
    """There is nothing to read where none has worked."""
    with pytest.raises(NothingBegun, match="gateway run"):
        income.read_outlay(tmp_path)
