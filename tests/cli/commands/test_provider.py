"""`kumiai provider`: a policy to begin from, flags, and the books."""

import json
import tomllib

import pytest

from agents.books import Statement
from agents.provider import process, reading
from agents.provider.executors.cluster import ClusterMissing
from agents.provider.policy import EXAMPLE, parse_policy
from agents.provider.provider import Standing
from agents.provider.sandbox.sandbox import SandboxUnavailable
from tests.cli.conftest import Kumiai

COIN = 10**18
STATEMENT = Statement(9, 10 * COIN, 12 * COIN, {"compute: job_pay": 3 * COIN, "sent": -COIN})


def test_a_policy_is_written_once(kumiai: Kumiai, home) -> None:
    """`init` writes what can be read, and never over what somebody edited."""
    assert 0 == kumiai("provider", "init").status
    path = home / "provider" / "provider.toml"
    assert parse_policy(tomllib.loads(path.read_text())) == parse_policy(tomllib.loads(EXAMPLE))
    path.write_text("mine")
    again = kumiai("provider", "init")
    assert (1, True) == (again.status, "there already" in again.err)
    assert "mine" == path.read_text()


@pytest.mark.usefixtures("node")
def test_flags_become_a_setting_and_turns_are_told_once(kumiai: Kumiai, monkeypatch, home) -> None:
    """Keys are unlocked, the home is a secret, and a turn without news says nothing."""
    seen = []

    def run(setting, on_turn):
        seen.append(setting)
        for _ in range(2):
            on_turn(Standing(9, {4: "RUNNING"}, 1, 2, 3, STATEMENT))

    monkeypatch.setattr(process, "run_provider", run)
    flags = ("--from", "dev0", "--device-key", "dev1", "--executor", "ray", "--page-port", "0")
    shown = kumiai("provider", "run", *flags)
    assert 0 == shown.status, shown.err
    assert 1 == shown.err.count("4 RUNNING; 1 running, 2 done, 3 judged")
    (found,) = seen
    assert (home / "provider", (home.resolve(),), "ray", 0) == (
        found.home, found.secrets, found.executor, found.page_port,
    )  # fmt: skip
    assert found.wallet.address != found.device_wallet.address
    shown = json.loads(kumiai("provider", "run", *flags, "--json").out)
    assert ({"4": "RUNNING"}, str(12 * COIN)) == (
        shown["orders"], shown["statement"]["closing_wei"],
    )  # fmt: skip


@pytest.mark.usefixtures("node")
def test_the_books_are_shown_with_what_they_do_not_explain(kumiai: Kumiai, monkeypatch) -> None:
    """Rows by reason; what others did with the same key has a row of its own."""
    monkeypatch.setattr(reading, "read_statement", lambda setting: STATEMENT)
    assert "by others" not in kumiai("provider", "status", "--from", "dev0").out
    other = Statement(9, 10 * COIN, 15 * COIN, STATEMENT.rows_wei)
    monkeypatch.setattr(reading, "read_statement", lambda setting: other)
    shown = kumiai("provider", "status", "--from", "dev0")
    assert "by others" in shown.out and "job_pay" in shown.out
    found = json.loads(kumiai("provider", "status", "--from", "dev0", "--json").out)
    assert (str(3 * COIN), "-1000000000000000000") == (
        found["difference_wei"], found["rows_wei"]["sent"],
    )  # fmt: skip


@pytest.mark.usefixtures("node")
@pytest.mark.parametrize(
    ("failure", "why"),
    [
        (SandboxUnavailable("unshare: no"), "unshare: no"),
        (ClusterMissing("Ray is not installed"), "not installed"),
        (FileNotFoundError(2, "No such file", "x/provider.toml"), "kumiai provider init"),
    ],
)
def test_what_is_missing_is_said_in_one_line(kumiai: Kumiai, monkeypatch, failure, why) -> None:
    """A provider that cannot start ends with status 1 and what to do."""

    def fail(*_):
        raise failure

    monkeypatch.setattr(process, "run_provider", fail)
    shown = kumiai("provider", "run", "--from", "dev0")
    assert (1, True) == (shown.status, why in shown.err)
    assert 1 == len(shown.err.strip().splitlines())


@pytest.mark.usefixtures("node")
def test_a_port_must_be_one(kumiai: Kumiai) -> None:
    """What no port can be is refused before anything starts."""
    shown = kumiai("provider", "run", "--from", "dev0", "--page-port", "70000")
    assert (2, True) == (shown.status, "--page-port" in shown.err)
