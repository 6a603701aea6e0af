"""`kumiai query` against a node."""

import json

import pytest

from cli.devnet import STAKE_WEI, dev_accounts
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import FakeNode

VALIDATOR = "0x09DB0a93B389bEF724429898f539AEB7ac2Dd55f"
pytestmark = pytest.mark.usefixtures("node")


def test_a_modules_parameters_are_json(kumiai: Kumiai) -> None:
    """Small numbers are JSON numbers, amounts above 2**53 are texts."""
    found = json.loads(kumiai("query", "model_fees", "params", "--json").out)
    assert (250, 5) == (found["protocol_fee_bps"], found["price_notice_s"])
    staking = json.loads(kumiai("query", "staking", "params", "--json").out)
    assert str(10**18) == staking["bond_wei_min"]


def test_a_person_sees_units(kumiai: Kumiai) -> None:
    """Coins, shares and spans show what they are."""
    assert "250 bps (2.5 %)" in kumiai("query", "model_fees", "params").out
    shown = kumiai("query", "staking", "validators", "0", "10").out
    assert "1,000 KUM" in shown and VALIDATOR in shown
    assert f"{STAKE_WEI:,} wei" in kumiai("query", "staking", "total_bonded", "--wei").out


def test_scalars_and_lists_print_as_they_are(kumiai: Kumiai) -> None:
    """One number is one line, in JSON one JSON value; an empty list is an empty list."""
    assert "1,000 KUM\n" == kumiai("query", "staking", "total_bonded").out
    assert f'"{STAKE_WEI}"\n' == kumiai("query", "staking", "total_bonded", "--json").out
    assert "[]\n" == kumiai("query", "model_fees", "models", "0", "9", "--json").out
    assert "none\n" == kumiai("query", "model_fees", "models", "0", "9").err


def test_names_stand_for_addresses(kumiai: Kumiai) -> None:
    """A key's name is as good as its address."""
    by_name = kumiai("query", "staking", "power_of", "validator", "--json")
    assert by_name == kumiai("query", "staking", "power_of", VALIDATOR, "--json")


def test_a_refused_view_is_one_line(kumiai: Kumiai) -> None:
    """A view that the module refuses shows the module's reason."""
    answer = kumiai("query", "governance", "proposal", "9")
    assert (1, "") == (answer.status, answer.out)
    assert "kumiai: no proposal has this number: id 9\n" == answer.err


def test_a_module_lists_what_it_can_be_asked(kumiai: Kumiai) -> None:
    """Without a view, the views are listed with what they take, as a table and as JSON."""
    assert "power_of(account: address) -> amount" in kumiai("query", "staking").out
    found = json.loads(kumiai("query", "staking", "--json").out)
    assert "params" in [row["name"] for row in found]


def test_balances_in_coins_and_in_wei(kumiai: Kumiai) -> None:
    """Balances show coins to a person and wei to a program."""
    assert "10,000 KUM\n" == kumiai("query", "balance", "dev0").out
    found = json.loads(kumiai("query", "balance", "dev0", "--json").out)
    assert str(10_000 * 10**18) == found["balance_wei"]


def test_blocks_by_number(kumiai: Kumiai) -> None:
    """The newest block is shown without a number; one that is not there is an error."""
    assert 2 == int(json.loads(kumiai("query", "block", "--json").out)["number"], 16)
    assert "1 gwei" in kumiai("query", "block", "1").out
    assert "no block 99" in kumiai("query", "block", "99").err
    assert 1 == int(
        json.loads(kumiai("query", "block", "--height", "1", "--json").out)["number"], 16
    )


def test_a_transaction_shows_its_events(kumiai: Kumiai) -> None:
    """What came of a transaction can be looked up by its hash."""
    sent = json.loads(
        kumiai(
            "tx", "staking", "delegate", "validator", "--value", "2kum", "--from", "dev0", "--json"
        ).out
    )
    shown = kumiai("query", "tx", sent["tx"]).out
    assert "staking.Delegated" in shown and "succeeded" in shown and "2 KUM" in shown
    found = json.loads(kumiai("query", "tx", sent["tx"], "--json").out)
    assert sent["events"] == found["events"]
    assert "no transaction 0x" in kumiai("query", "tx", "0x" + "ab" * 32).err


def test_a_height_reaches_the_node(kumiai: Kumiai, node: FakeNode) -> None:
    """--height asks for the state after that block, of a view and of a balance."""
    asked: list[str] = []
    original_balance = node.do_eth_getBalance

    def balance(address: str, block: str) -> str:
        asked.append(block)
        return original_balance(address, block)

    node.do_eth_getBalance = balance  # type: ignore[method-assign]
    original = node.do_eth_call

    def spy(call: dict[str, str], block: str) -> str:
        asked.append(block)
        return original(call, block)

    node.do_eth_call = spy  # type: ignore[method-assign]
    kumiai("query", "staking", "params", "--height", "17")
    kumiai("query", "staking", "params")
    kumiai("query", "balance", "dev0", "--height", "3")
    assert ["0x11", "latest", "0x3"] == asked


def test_the_devnet_names_are_the_documented_ones() -> None:
    """dev0 to dev19 and validator."""
    names = [account.name for account in dev_accounts()]
    assert [*(f"dev{index}" for index in range(20)), "validator"] == names
