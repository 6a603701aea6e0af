"""`kumiai relayer start`: what its flags mean, and what a dry run prints."""

import json

import pytest

from bridge.planning import Item, Plan, Task
from bridge.relayer import Intention
from chain.types.primitives import Height, Wei
from cli import bridge_process
from tests.cli.conftest import Kumiai

START = ("relayer", "start", "--route", "2", "--remote", "http://other:8545")
FOUND = [
    Intention(1, Plan((), Height(7))),
    Intention(2, Plan((Item(Task.DELIVER, 5, Wei(10**18)),), None)),
]


@pytest.fixture
def settings(monkeypatch):
    """The settings of every relayer that would have run; none does."""
    seen = []
    monkeypatch.setattr(bridge_process, "run_relayer", lambda setting, ready: seen.append(setting))
    monkeypatch.setattr(bridge_process, "intentions", lambda setting: seen.append(setting) or FOUND)
    return seen


@pytest.mark.usefixtures("node")
def test_flags_become_a_setting(kumiai: Kumiai, settings, home) -> None:
    """One key may serve both chains, the fee is an amount, the journal is the route's."""
    flags = ("--from", "dev0", "--fee-min", "0.5kum", "--batch", "7", "--metrics-port", "0")
    answer = kumiai(*START, *flags)
    assert 0 == answer.status, answer.err
    (found,) = settings
    assert (2, "http://other:8545", 0) == (found.route, found.remote_url, found.metrics_port)
    assert found.key is not None and found.key == found.remote_key
    assert (5 * 10**17, 7) == (found.policy.fee_min_wei, found.policy.batch_max)
    assert home / "relayer" / "route-2.json" == found.journal
    assert 0 == kumiai(*START, "--from", "dev0", "--remote-from", "dev1").status
    assert settings[1].key != settings[1].remote_key


@pytest.mark.usefixtures("node")
def test_a_dry_run_opens_no_key_and_leaves_no_journal(kumiai: Kumiai, settings) -> None:
    """What there is to do is shown, and nothing else happens."""
    answer = kumiai(*START, "--dry-run")
    assert "deliver" in answer.out and "1 KUM" in answer.out
    assert "from height 7 on" in answer.err
    (found,) = settings
    assert (None, None, None) == (found.key, found.remote_key, found.journal)
    shown = json.loads(kumiai(*START, "--dry-run", "--json").out)
    assert [{"chain_id": 1, "task": "update", "from_height": 7}] == shown["updates"]
    assert [("deliver", 5)] == [(row["task"], row["packet"]) for row in shown["items"]]


@pytest.mark.usefixtures("node")
@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ((), "--from"),
        (("--from", "dev0", "--batch", "0"), "--batch"),
        (("--from", "dev0", "--batch", "101"), "--batch"),
        (("--from", "dev0", "--fee-min", "x"), "--fee-min"),
        (("--from", "dev0", "--metrics-port", "70000"), "--metrics-port"),
    ],
)
def test_wrong_flags_are_named(kumiai: Kumiai, settings, flags, said) -> None:
    """Nothing is started on a guess."""
    answer = kumiai(*START, *flags)
    assert (2, True, []) == (answer.status, said in answer.err, settings), answer.err
