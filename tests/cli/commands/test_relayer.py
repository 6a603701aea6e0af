"""`kumiai relayer start`: what its flags mean, and what a dry run prints."""

import json
from contextlib import contextmanager

import pytest

from bridge.planning import Item, Plan, Task
from bridge.relayer import Intention
from bridge.status import Status
from chain.types.primitives import Height, Seconds, Wei
from cli import bridge_process
from cli.commands import relayer
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
    monkeypatch.setattr(bridge_process, "run_relayer", lambda setting, *more: seen.append(setting))
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
def test_a_bar_tells_how_many_packets_have_ended(kumiai: Kumiai, monkeypatch) -> None:
    """It begins when the relayer does, so that what is announced goes where it should."""
    told = []

    @contextmanager
    def bar(text):
        told.append(text)
        yield lambda ended, sent: told.append((ended, sent))

    def run(setting, on_ready, on_round):
        assert [] == told
        on_ready([])
        on_round(3, 9)

    monkeypatch.setattr(relayer, "progress", bar)
    monkeypatch.setattr(bridge_process, "run_relayer", run)
    answer = kumiai(*START, "--from", "dev0", "--json")
    assert ({"ends": []}, 0) == (json.loads(answer.out), answer.status)
    assert ["carrying packets", (3, 9)] == told


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


STATUSES = [
    Status(1, 2, True, Height(1_234), Seconds(2_000), 9, 3, Seconds(1_900_000_000), {"deliver": 2},
           Height(77), Seconds(1_940), True, Seconds(90_000), Wei(15 * 10**17)),
    Status(2, 5, False, Height(88), Seconds(2_010), 0, 0, Seconds(0), {},
           Height(1_200), Seconds(2_020), False, Seconds(1), None),
]  # fmt: skip


@pytest.mark.usefixtures("node")
def test_status_shows_both_ends_beside_one_another(kumiai: Kumiai, monkeypatch) -> None:
    """What is under way, what is to do, how old clients are, and what is left for gas."""
    asked = []
    monkeypatch.setattr(
        bridge_process, "statuses", lambda setting, accounts: asked.append(accounts) or STATUSES
    )
    words = ("relayer", "status", "--route", "2", "--remote", "http://other:8545")
    answer = kumiai(*words, "--from", "dev0")
    assert 0 == answer.status, answer.err
    shown = ("3 of 9", "deliver 2", "77, 1 min", "1.5 KUM", "CLOSED", "FROZEN or EXPIRED", "2030-")
    assert all(text in answer.out for text in shown), answer.out
    assert asked[0][0] == asked[0][1] is not None
    kumiai(*words)
    kumiai(*words, "--from", "dev0", "--remote-from", "0x" + "12" * 20)
    assert (None, None) == asked[1] and asked[2][0] != asked[2][1]
    ends = json.loads(kumiai(*words, "--json").out)["ends"]
    assert [1, 2] == [end["chain_id"] for end in ends]
    assert {"deliver": 2} == ends[0]["to_do"] and "1500000000000000000" == ends[0]["balance_wei"]
    assert (60, 0) == tuple(end["client"]["age_s"] for end in ends)
