"""Sending: once, whatever happens to connections, nonces and prices."""

import asyncio
from dataclasses import replace

import pytest

from client import Client, Wallet
from client.errors import (
    ArgumentInvalid,
    FeeTooLow,
    NotMined,
    RequestFailed,
    SendUncertain,
    TransactionReplaced,
    WalletMissing,
)
from client.fees import Fees
from client.transactions import read_signed
from tests.client.fake_node import HASTE, KEY, Busy

TARGET = "0x" + "22" * 20


def test_concurrent_sends_have_nonces_of_their_own(play):
    """Twenty at once are twenty transactions in a row."""

    async def story(client, node):
        sent = await asyncio.gather(*(client.send(TARGET, value_wei=n) for n in range(20)))
        assert list(range(20)) == sorted(pending.signed.nonce for pending in sent)
        await asyncio.gather(*(pending.receipt() for pending in sent))
        assert 20 == node.confirmed

    play(story)


@pytest.mark.parametrize("fault", ["lost", "drop"])
def test_a_send_whose_answer_is_lost_is_the_same_transaction_again(play, fault):
    """The same bytes go out again, so nothing is paid twice."""

    async def story(client, node):
        node.fault_of["eth_sendRawTransaction"] = [fault, fault]
        receipt = await (await client.send(TARGET, value_wei=1)).receipt()
        assert receipt.succeeded
        assert 1 == node.confirmed == len(node.mined)

    play(story)


def test_a_send_that_the_node_was_lost_over_is_told_and_found_again(play):
    """The caller has hash and bytes, and what comes next is not held up by a gap."""

    async def story(client, node):
        node.fault_of["eth_sendRawTransaction"] = ["drop"] * HASTE.attempts_max
        with pytest.raises(SendUncertain) as lost:
            await client.send(TARGET, value_wei=1)
        later = await client.send(TARGET, value_wei=2)
        assert 1 == later.signed.nonce
        await later.receipt()
        resumed = await client.resume(lost.value.raw)
        assert lost.value.transaction_hash == resumed.hash
        assert (await resumed.receipt()).succeeded
        assert 2 == node.confirmed

    play(story)


def test_what_the_pool_refuses_leaves_no_gap(play):
    """A nonce that came to nothing is filled, where something after it would wait for ever."""

    async def story(client, node):
        def refuse_the_first(text):
            raw = bytes.fromhex(text[2:])
            if read_signed(raw).intent.value_wei != 1:
                return node.eth_sendRawTransaction(text)
            if 1 not in node.pool:
                raise Busy
            raise RequestFailed(-32000, "insufficient funds for gas * price + value")

        node.answers["eth_sendRawTransaction"] = refuse_the_first
        first, second = await asyncio.gather(
            client.send(TARGET, value_wei=1),
            client.send(TARGET, value_wei=2),
            return_exceptions=True,
        )
        assert isinstance(first, RequestFailed)
        await second.receipt()
        assert 2 == node.confirmed, "the gap was filled"

    play(story)


def test_another_programs_nonces_are_stepped_over(play):
    """Where the same key is used elsewhere, a transaction is signed anew with a free nonce."""

    async def story(client, node):
        counted = node.eth_getTransactionCount

        def count_then_lose(account, block):
            found = counted(account, block)
            node.answers.pop("eth_getTransactionCount", None)
            node.spend_elsewhere()
            return found

        node.answers["eth_getTransactionCount"] = count_then_lose
        pending = await client.send(TARGET, value_wei=1)
        assert 1 == pending.signed.nonce
        assert (await pending.receipt()).succeeded

    play(story)


def test_a_replacement_has_the_nonce_and_pays_more(play):
    """The first one to be taken counts, and the receipt is that one's."""

    async def story(client, node):
        node.is_mining = False
        pending = await client.send(TARGET, value_wei=1)
        before = pending.signed
        await pending.replace()
        assert before.nonce == pending.signed.nonce
        assert before.hash != pending.hash
        assert pending.signed.fees.max_fee_wei >= before.fees.max_fee_wei * 110 // 100
        node.is_mining = True
        node.mine()
        assert pending.hash == (await pending.receipt()).hash

    play(story)


def test_what_a_node_forgot_is_sent_again_while_it_is_waited_for(play):
    """A pool that loses a transaction is given it back."""

    async def story(client, node):
        node.is_mining = False
        pending = await client.send(TARGET, value_wei=1)
        node.lose_pool()
        node.is_mining = True
        assert (await pending.receipt()).succeeded

    play(story)


def test_a_nonce_that_somebody_else_used_meanwhile_is_told(play):
    """What can never be mined is not waited for."""

    async def story(client, node):
        node.is_mining = False
        pending = await client.send(TARGET, value_wei=1)
        node.lose_pool()
        node.is_mining = True
        node.spend_elsewhere()
        with pytest.raises(TransactionReplaced, match="has nonce 0"):
            await pending.receipt()

    play(story)


def test_waiting_ends(play):
    """A transaction that no block takes is told as such, and may still come."""

    async def story(client, node):
        node.is_mining = False
        pending = await client.send(TARGET, value_wei=1)
        with pytest.raises(NotMined, match=r"0\.05 s"):
            await pending.receipt(timeout_s=0.05)

    play(story)


def test_prices_have_a_limit(play):
    """What would cost more than the client may pay is not signed."""

    async def story(client, node):
        dear = Fees(HASTE.fee_wei_max + 1, 1)
        with pytest.raises(FeeTooLow, match="allowed"):
            await client.send(TARGET, value_wei=1, fees=dear)
        assert "eth_sendRawTransaction" not in node.asked

    play(story)


def test_on_signed_hears_of_each_transaction_before_it_is_sent(play):
    """A program notes the bytes first, and can resume from them alone."""

    async def story(client, node):
        noted = []

        def note(signed):
            assert signed.hash not in node.mined
            noted.append(signed)

        careful = client.using(KEY, on_signed=note)
        pending = await careful.send(TARGET, b"\x01", value_wei=5)
        await pending.receipt()
        (signed,) = noted
        again = await client.resume(signed.raw)
        assert signed == replace(again.signed, intent=signed.intent)
        assert (TARGET, b"\x01", 5) == (
            again.signed.intent.to,
            again.signed.intent.data,
            again.signed.intent.value_wei,
        )
        assert 1 == node.confirmed, "nothing was sent twice"

    play(story)


def test_only_the_own_accounts_transactions_are_resumed(play):
    """Bytes of another key, or noise, are refused."""

    async def story(client, node):
        pending = await client.send(TARGET, value_wei=1)
        other = client.using(b"\x33" * 32)
        with pytest.raises(ArgumentInvalid, match="not of this wallet"):
            await other.resume(pending.signed.raw)
        with pytest.raises(ArgumentInvalid, match="type 2"):
            await client.resume(b"\x02noise")

    play(story)


def test_a_client_without_a_key_reads_and_says_that_it_cannot_send(play):
    """The error says what is missing."""

    async def story(client, node):
        async with await Client.connect(node.url, settings=HASTE) as reader:
            assert 1 == await reader.height()
            with pytest.raises(WalletMissing, match="no key"):
                await reader.send(TARGET, value_wei=1)
        assert Wallet(KEY).address == client.address

    play(story)
