"""Transactions: how they end, in typed events or a typed refusal."""

import pytest

from client.errors import AnswerInvalid, ArgumentInvalid, RequestFailed, TransactionFailed
from client.modules.compute import Compute
from client.modules.shared import InsufficientCoins, Paused
from client.modules.token import Approval, Token, Transfer
from client.transactions import read_receipt, read_signed
from tests.client.test_logs import transfer

TARGET = "0x" + "22" * 20


def test_a_receipt_has_the_modules_events_typed_and_what_gas_cost(play):
    """Logs of contracts that nobody declared are left out."""
    foreign = {**transfer(4, 1, 6), "address": TARGET}
    receipt = read_receipt(
        {
            "transactionHash": "0xab",
            "status": "0x1",
            "blockNumber": "0x4",
            "gasUsed": "0x64",
            "effectiveGasPrice": "0x3",
            "logs": [transfer(4, 0, 5), foreign],
        }
    )
    assert (True, 4, 300) == (receipt.succeeded, receipt.height, receipt.fee_wei)
    assert 5 == receipt.one(Transfer).value
    assert [] == receipt.all(Approval)
    with pytest.raises(AnswerInvalid, match="one Approval expected, found 0"):
        receipt.one(Approval)


def test_what_failed_in_a_block_says_what_the_module_said(play):
    """It is run again upon the block before; where that succeeds, the gas is named."""

    async def story(client, node):
        def revert(call, block):
            assert hex(node.height - 1) == block
            data = "0x" + InsufficientCoins(2, 1).encode().hex()
            raise RequestFailed(3, "execution reverted", data)

        node.status = 0
        node.answers["eth_call"] = revert
        with pytest.raises(InsufficientCoins):
            await (await client.token.transfer(TARGET, 2)).receipt()
        node.answers["eth_call"] = lambda *_: "0x"
        with pytest.raises(TransactionFailed, match="of 21,000 gas"):
            await (await client.token.transfer(TARGET, 2)).receipt()

    play(story)


def test_what_a_module_would_refuse_is_refused_before_it_is_signed(play):
    """No gas is paid for it, and no nonce is used."""

    async def story(client, node):
        def revert(*_):
            raise RequestFailed(3, "execution reverted", "0x" + Paused().encode().hex())

        node.answers["eth_estimateGas"] = revert
        with pytest.raises(Paused):
            await client.compute.start(1)
        assert "eth_sendRawTransaction" not in node.asked
        assert Paused in Compute.REFUSALS

    play(story)


def test_signed_bytes_tell_all_that_was_signed(play):
    """Whoever has them needs nothing else to go on."""

    async def story(client, node):
        pending = await client.token.transfer(TARGET, 2)
        found, signed = read_signed(pending.signed.raw), pending.signed
        assert (signed.hash, signed.nonce, signed.fees) == (found.hash, found.nonce, found.fees)
        assert (signed.intent.data, signed.sender) == (found.intent.data, found.sender)
        assert Token.ADDRESS.lower() == found.intent.to.lower()

    play(story)
    with pytest.raises(ArgumentInvalid):
        read_signed(b"")
