"""`kumiai gov`: the story of a proposal."""

import json
from typing import Any

import pytest

from cli.commands import gov
from cli.errors import UsageWrong
from cli.voting import parse_weights
from modules.governance.records import Option
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

SUBMIT = ("gov", "submit", "--title", "Fees", "--from", "dev0")
SET = (*SUBMIT, "--set", "model_fees.protocol_fee_bps=300")


def _json(kumiai: Kumiai, *words: str) -> Any:
    answer = kumiai(*words, "--json")
    assert 0 == answer.status, answer.err
    return json.loads(answer.out)


def test_a_rate_is_changed_by_vote(kumiai: Kumiai, node: FakeNode) -> None:
    """Submit, vote, wait: the parameter has the new value, and every step says where it stands."""
    submitted = _json(kumiai, *SET)
    assert (1, "VOTING") == (submitted["id"], submitted["status"])
    assert submitted["tx"].startswith("0x")
    voted = _json(kumiai, "gov", "vote", "1", "yes", "--from", "validator")
    assert (1, "VOTING", "Voted") == (voted["id"], voted["status"], voted["events"][0]["event"])
    for _ in range(10):
        node.next_block()
    assert "EXECUTED" == _json(kumiai, "gov", "wait", "1")["status"]
    assert "EXECUTED" == _json(kumiai, "query", "governance", "proposal", "1")["status"]
    assert 300 == _json(kumiai, "query", "model_fees", "params")["protocol_fee_bps"]


def test_a_person_reads_the_same_story(kumiai: Kumiai, node: FakeNode) -> None:
    """Tables show what changes, who voted how, and how long it takes."""
    assert "vote with `kumiai gov vote 1 yes --from KEY`" in kumiai(*SET).out
    kumiai("gov", "vote", "1", "--weights", "yes=0.75,no=0.25", "--from", "validator")
    shown = kumiai("gov", "show", "1").out
    assert "250 bps (2.5 %) -> 300 bps (3 %)" in shown
    assert "750 KUM" in shown and "75 %" in shown and "turnout" in shown
    assert "left" in shown
    assert "Fees" in kumiai("gov", "list").out
    assert "no proposals" not in kumiai("gov", "list", "--open").err


def test_the_deposit_starts_the_voting(kumiai: Kumiai, node: FakeNode) -> None:
    """The default deposit is what starts the voting; less of it waits for more."""
    assert "DEPOSIT" == _json(kumiai, *SET, "--deposit", "0.5kum")["status"]
    assert "VOTING" == _json(kumiai, "gov", "deposit", "1", "0.5kum", "--from", "dev1")["status"]


def test_a_proposal_that_cannot_pass_is_refused_with_its_reason(
    kumiai: Kumiai, node: FakeNode
) -> None:
    """The dry run's reason comes back in one line, before anything is sent."""
    answer = kumiai(*SUBMIT, "--set", "model_fees.protocol_fee_bps=2001")
    assert (1, 1) == (answer.status, answer.err.count("\n"))
    assert "0 to 2000 allowed, found 2001" in answer.err
    assert {} == node.nonces


def test_parameters_are_written_in_their_own_units(kumiai: Kumiai, node: FakeNode) -> None:
    """An amount may be given in coins, an address as a key's name."""
    _json(kumiai, *SUBMIT, "--set", "governance.deposit_wei_min=2kum")
    _json(kumiai, *SUBMIT, "--set", "governance.guardian=dev1")
    amount, guardian = (
        _json(kumiai, "query", "governance", "proposal", number)["changes"][0]
        for number in ("1", "2")
    )
    assert (str(10**18), str(2 * 10**18)) == (amount["expected"], amount["value"])
    assert "70997970c51812dc3a010c7d01b50e0d17dc79c8" == f"{int(guardian['value']):040x}"


def test_an_unknown_parameter_names_the_near_ones(kumiai: Kumiai, node: FakeNode) -> None:
    """A typing error in a parameter's name shows what may have been meant."""
    answer = kumiai(*SUBMIT, "--set", "model_fees.protocol_fee=300")
    assert (2, True) == (answer.status, "model_fees.protocol_fee_bps" in answer.err)


def test_every_kind_can_be_put_forward(kumiai: Kumiai, node: FakeNode) -> None:
    """Text, spending, cancelling are submitted; resuming what runs is refused with the reason."""
    node.host.balances_wei[node.assembly["treasury"].address] = 10**18
    kinds = [
        _json(kumiai, *SUBMIT),
        _json(kumiai, *SUBMIT, "--spend", "dev1=1kum", "--summary", "a grant"),
        _json(kumiai, *SUBMIT, "--cancel", "1"),
    ]
    assert [1, 2, 3] == [found["id"] for found in kinds]
    listed = _json(kumiai, "gov", "list")
    assert ["CANCEL", "TREASURY_SPEND", "TEXT"] == [found["kind"] for found in listed]
    assert "a grant" in kumiai("gov", "show", "2").out
    answer = kumiai(*SUBMIT, "--resume", "staking")
    assert (1, True) == (answer.status, "not paused" in answer.err)


def test_a_call_must_be_one_for_proposals(kumiai: Kumiai, node: FakeNode) -> None:
    """Words that are no call, or an ordinary call, are told so before anything is sent."""
    answer = kumiai(*SUBMIT, "--call", "staking")
    assert (2, True) == (answer.status, "MODULE CALL ARGS expected" in answer.err)
    words = ("identity", "propose_issuer", "dev1", "[]", "ipfs://rules")
    found = _json(kumiai, *SUBMIT, "--call", *words)
    shown = kumiai("gov", "show", str(found["id"])).out
    assert "CALL" in shown and "identity" in shown and "call_data" in shown
    answer = kumiai(*SUBMIT, "--call", "governance", "vote", "1", "0")
    assert (2, True) == (answer.status, "is not for proposals: use `tx`" in answer.err)


def test_parameters_are_listed_with_their_bounds(kumiai: Kumiai, node: FakeNode) -> None:
    """Each parameter shows its value, bounds and meaning in its unit; a filter picks some."""
    shown = kumiai("gov", "params", "protocol_fee").out
    assert "250 bps (2.5 %)" in shown and "2,000 bps (20 %)" in shown
    assert "voting_period" not in shown
    names = [found["name"] for found in _json(kumiai, "gov", "params")]
    assert "governance.voting_period_s" in names and "staking.unbonding_s" in names
    assert "no parameter's name" in kumiai("gov", "params", "zzz").err


def test_waiting_has_an_end(
    kumiai: Kumiai, node: FakeNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proposal that does not end in time, or badly, ends the wait with status 1."""
    monkeypatch.setattr(gov, "POLL_S", 0)
    _json(kumiai, *SET)
    answer = kumiai("gov", "wait", "1", "--timeout", "0")
    assert (1, True) == (answer.status, "still VOTING" in answer.err)
    for _ in range(10):
        node.next_block()
    rejected = kumiai("gov", "wait", "1")
    assert (1, "proposal 1: FAILED_QUORUM") == (rejected.status, rejected.out[:25])


def test_without_proposals_there_is_a_hint(kumiai: Kumiai, node: FakeNode) -> None:
    """An empty list says how to fill it; as JSON it is an empty list."""
    assert "kumiai gov submit" in kumiai("gov", "list").err
    assert [] == _json(kumiai, "gov", "list")


def test_weights_are_exact() -> None:
    """Weights are read as exact shares that sum to one."""
    options = parse_weights("yes=0.7, no=0.3")
    assert [(Option.YES, 7_000), (Option.NO, 3_000)] == [(o.option, o.weight_bps) for o in options]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yes",
        "yes=0.5",
        "yes=0.7,no=0.4",
        "yes=x",
        "maybe=1",
        "yes=0.99999,no=0.00001",
        "yes=nan",
    ],
)
def test_wrong_weights_are_refused(text: str) -> None:
    """Weights that are unknown, do not sum to one, or are finer than a basis point are errors."""
    with pytest.raises(UsageWrong):
        parse_weights(text)
