"""
The main job with real programs: pay at a rate, change the rate by vote, pay at the new rate.

A devnet process, web3.py over HTTP and the generated gRPC stubs; nothing is faked.
"""

import json
from pathlib import Path
from typing import Any

import grpc
import pytest
from eth_account import Account
from web3 import Web3
from web3.logs import DISCARD

from rpc.wire import governance_pb2, governance_pb2_grpc, model_fees_pb2, model_fees_pb2_grpc
from tests.e2e.devnet import ROOT, Devnet, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
MNEMONIC = "test test test test test test test test test test test junk"
GOVERNANCE = "0x0000000000000000000000000000000000000805"
TREASURY = "0x0000000000000000000000000000000000000807"
MODEL_FEES = Web3.to_checksum_address("0x0000000000000000000000000000000000000a03")
INPUT_WEI, OUTPUT_WEI = 1_000_003, 2_000_011
TOKENS = (1_237, 419)
AUTHOR_BPS, INFRASTRUCTURE_BPS, REFERRER_BPS = 6_000, 3_000, 1_000
Account.enable_unaudited_hdwallet_features()


def dev(index: int) -> Any:
    """Return a funded account."""
    return Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")


def abi(module: str) -> list[dict[str, Any]]:
    """Return a module's rendered ABI."""
    return json.loads((ROOT / "modules" / module / "abi.json").read_text())


class Story:
    """The people of the story and what they do."""

    def __init__(self, devnet: Devnet) -> None:
        self.devnet, self.web3 = devnet, devnet.web3
        self.author, self.infrastructure, self.payer, self.proposer = (dev(i) for i in range(1, 5))
        self.referrer = dev(5)
        self.governance = self.web3.eth.contract(GOVERNANCE, abi=abi("governance"))
        self.fees = self.web3.eth.contract(MODEL_FEES, abi=abi("model_fees"))

    def send(self, account: Any, call: Any, value_wei: int = 0) -> Any:
        """Sign and send a call, wait for it, and demand that it succeeded."""
        fields = {
            "from": account.address,
            "value": value_wei,
            "nonce": self.web3.eth.get_transaction_count(account.address, "pending"),
        }
        signed = account.sign_transaction(call.build_transaction(fields))
        tx_hash = self.web3.eth.send_raw_transaction(signed.raw_transaction)
        receipt = self.web3.eth.wait_for_transaction_receipt(tx_hash, timeout=30)
        assert 1 == receipt["status"]
        return receipt

    def register(self) -> None:
        """The author puts a model on the register and activates it."""
        split = (
            self.infrastructure.address,
            AUTHOR_BPS,
            INFRASTRUCTURE_BPS,
            REFERRER_BPS,
        )
        prices = (INPUT_WEI, OUTPUT_WEI)
        functions = self.fees.functions
        self.send(self.author, functions.registerModel("llm", "ipfs://card", prices, split))
        self.send(self.author, functions.activateModel("llm"))

    def balances(self) -> dict[str, int]:
        """Return what everyone who may be paid has."""
        who = {
            "author": self.author.address,
            "infrastructure": self.infrastructure.address,
            "referrer": self.referrer.address,
        }
        return {name: self.web3.eth.get_balance(address) for name, address in who.items()}

    def pay(self, fee_bps: int) -> None:
        """Pay for one use and compare every leg with the arithmetic, to the wei."""
        total = TOKENS[0] * INPUT_WEI + TOKENS[1] * OUTPUT_WEI
        call = self.fees.functions.payForUse(
            "llm", *TOKENS, total, [(self.referrer.address, 10_000)]
        )
        before, payer = self.balances(), self.web3.eth.get_balance(self.payer.address)
        receipt = self.send(self.payer, call, value_wei=total + 777)
        paid = {name: wei - before[name] for name, wei in self.balances().items()}
        protocol = total * fee_bps // 10_000
        rest = total - protocol
        expected = {
            "infrastructure": rest * INFRASTRUCTURE_BPS // 10_000,
            "referrer": rest * REFERRER_BPS // 10_000,
        }
        expected["author"] = rest - sum(expected.values())
        assert expected == paid
        assert protocol == self.treasury_income(receipt)
        gas_wei = receipt["gasUsed"] * receipt["effectiveGasPrice"]
        assert payer - total - gas_wei == self.web3.eth.get_balance(self.payer.address)

    def treasury_income(self, receipt: Any) -> int:
        """Return what the payment's own events say the treasury got."""
        moves = self.fees.events.CoinsMoved().process_receipt(receipt, errors=DISCARD)
        return sum(
            move["args"]["amountWei"] for move in moves if move["args"]["target"] == TREASURY
        )

    def propose(self, old_bps: int, new_bps: int) -> int:
        """Submit the change with its deposit; return the proposal's number."""
        changes = [("model_fees.protocol_fee_bps", old_bps, new_bps)]
        call = self.governance.functions.submitParameters("Fees", "A new rate.", changes)
        self.send(self.proposer, call, value_wei=self.governance_params()["depositWeiMin"])
        return self.governance.functions.proposalCount().call()

    def governance_params(self) -> dict[str, int]:
        """Return governance's parameters by the names in its ABI."""
        view = next(entry for entry in abi("governance") if entry.get("name") == "params")
        names = [field["name"] for field in view["outputs"][0]["components"]]
        return dict(zip(names, self.governance.functions.params().call(), strict=True))


def validator(home: Path) -> Any:
    """Return the validator's account out of the devnet's keyring, which has no passphrase."""
    encrypted = json.loads((home / "keyring" / "validator.json").read_text())
    return Account.from_key(Account.decrypt(encrypted, ""))


def fee_by_grpc(channel: grpc.Channel) -> int:
    """Ask the generated Query service for the fee rate."""
    stub = model_fees_pb2_grpc.QueryStub(channel)
    return stub.Params(model_fees_pb2.ParamsRequest()).result.protocol_fee_bps


def status_by_grpc(channel: grpc.Channel, proposal_id: int) -> str:
    """Ask the generated Query service where a proposal stands."""
    stub = governance_pb2_grpc.QueryStub(channel)
    request = governance_pb2.ProposalRequest(id=str(proposal_id))
    status = stub.Proposal(request).result.status
    return governance_pb2.Status.Name(status)


def test_a_fee_rate_is_changed_by_vote_and_survives_a_kill(tmp_path):
    """Pay at the old rate, vote, pay at the new one, kill -9, and the chain goes on as it was."""
    with Devnet(tmp_path / "home") as devnet:
        story = Story(devnet)
        with grpc.insecure_channel(devnet.endpoints["grpc"]) as channel:
            old_bps = fee_by_grpc(channel)
            story.register()
            story.pay(old_bps)
            proposal = story.propose(old_bps, 300)
            voter, functions = validator(devnet.home), story.governance.functions
            story.send(voter, functions.vote(proposal, governance_pb2.OPTION_YES))
            wait_until(lambda: status_by_grpc(channel, proposal).endswith("EXECUTED"))
            assert 300 == fee_by_grpc(channel)
            story.pay(300)
        head = story.web3.eth.get_block("latest")
        balances = story.balances()
        devnet.kill()
        devnet.start()
        story = Story(devnet)
        assert head["hash"] == story.web3.eth.get_block(head["number"])["hash"]
        assert balances == story.balances()
        wait_until(lambda: story.web3.eth.block_number > head["number"])
        with grpc.insecure_channel(devnet.endpoints["grpc"]) as channel:
            assert 300 == fee_by_grpc(channel)
            story.pay(300)


def test_a_second_process_on_the_same_home_is_told_so(tmp_path):
    """Two nodes cannot share a home: the second says why and the first goes on."""
    with Devnet(tmp_path / "home") as devnet:
        second = Devnet(devnet.home)
        with pytest.raises(AssertionError, match="a node runs at .* stop it first|in use"):
            try:
                second.start()
            finally:
                second.stop()
        height = Web3(Web3.HTTPProvider(devnet.endpoints["rpc"])).eth.block_number
        wait_until(lambda: devnet.web3.eth.block_number > height)
