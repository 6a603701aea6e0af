"""Accounts that sign for whoever asks."""

import orjson
from eth_account import Account
from eth_account.messages import encode_defunct, encode_typed_data

from chain.codec import decode_transaction, recover_sender
from tests.rpc.development.play import PlayDevelopment, on_devnet
from tests.rpc.stage import ACCOUNTS, COUNTER, KEYS, REVERTER, STRANGER, Stage, hex_of

FIRST, OTHER, NOBODY = hex_of(ACCOUNTS[0]), hex_of(ACCOUNTS[2]), hex_of(STRANGER)
TYPED = {
    "types": {
        "EIP712Domain": [{"name": "name", "type": "string"}],
        "Mail": [{"name": "to", "type": "address"}, {"name": "text", "type": "string"}],
    },
    "primaryType": "Mail",
    "domain": {"name": "post"},
    "message": {"to": NOBODY, "text": "hello"},
}


@on_devnet()
async def test_sending_is_filling_signing_and_mining(stage: Stage, play: PlayDevelopment) -> None:
    """The receipt is there when the hash is answered, for each type of transaction."""
    for fields, kind in (
        ({}, "0x2"),
        ({"gasPrice": "0x77359400"}, "0x0"),
        ({"gasPrice": "0x77359400", "accessList": [{"address": NOBODY}]}, "0x1"),
        ({"maxFeePerGas": "0x77359400", "maxPriorityFeePerGas": "0x1", "gas": "0xffff"}, "0x2"),
    ):
        wanted = {"from": FIRST, "to": NOBODY, "value": "0x1", **fields}
        sent = await stage.rpc("eth_sendTransaction", wanted)
        receipt = await stage.rpc("eth_getTransactionReceipt", sent)
        assert ("0x1", kind, FIRST) == (receipt["status"], receipt["type"], receipt["from"])
    assert "0x4" == await stage.rpc("eth_getBalance", NOBODY)


@on_devnet()
async def test_strangers_are_not_sent_from(stage: Stage, play: PlayDevelopment) -> None:
    """Anvil's words, unless they are impersonated; then no key is needed, nor made up."""
    wanted = {"from": OTHER, "to": NOBODY, "value": "0x3"}
    refusal = (-32602, "No Signer available")
    assert refusal == await stage.error("eth_sendTransaction", wanted)
    assert refusal == await stage.error("eth_signTransaction", wanted)
    assert refusal == await stage.error("eth_sign", OTHER, "0x00")
    await stage.rpc("anvil_impersonateAccount", OTHER)
    sent = await stage.rpc("eth_sendTransaction", wanted)
    shown = await stage.rpc("eth_getTransactionByHash", sent)
    assert (OTHER, "0x1") == (shown["from"], shown["s"])
    assert shown["r"].endswith(OTHER[2:]), "the account is named where a signature would be"
    assert "0x1" == (await stage.rpc("eth_getTransactionReceipt", sent))["status"]
    assert refusal == await stage.error("eth_signTransaction", wanted)


@on_devnet()
async def test_two_impersonated_accounts_never_send_the_same_bytes(
    stage: Stage, play: PlayDevelopment
) -> None:
    """Alike in everything but their sender, their hashes differ."""
    play.all_impersonated = True
    fields = {"to": NOBODY, "gas": "0x5208", "maxFeePerGas": "0x77359400", "nonce": "0x0"}
    hashes = {
        await stage.rpc("eth_sendTransaction", {"from": hex_of(who), **fields})
        for who in ACCOUNTS[2:4]
    }
    assert 2 == len(hashes)


@on_devnet()
async def test_a_signed_transaction_is_anybodys_to_send(
    stage: Stage, play: PlayDevelopment
) -> None:
    """Its sender is recovered from the bytes, and it is not in the pool."""
    answer = await stage.rpc("eth_signTransaction", {"from": FIRST, "to": NOBODY, "value": "0x1"})
    transaction = decode_transaction(bytes.fromhex(answer["raw"][2:]))
    assert (ACCOUNTS[0], answer["tx"]["hash"]) == (
        recover_sender(transaction),
        hex_of(transaction.hash),
    )
    assert await stage.rpc("eth_getTransactionByHash", answer["tx"]["hash"]) is None


@on_devnet()
async def test_messages_and_typed_data(stage: Stage, play: PlayDevelopment) -> None:
    """As eth_account signs them, byte for byte; typed data may come as text."""
    account = Account.from_key(KEYS[0])
    plain = account.sign_message(encode_defunct(b"hello")).signature.to_0x_hex()
    assert plain == await stage.rpc("eth_sign", FIRST, "0x68656c6c6f")
    assert plain == await stage.rpc("personal_sign", "0x68656c6c6f", FIRST)
    typed = account.sign_message(encode_typed_data(full_message=TYPED)).signature.to_0x_hex()
    assert typed == await stage.rpc("eth_signTypedData_v4", FIRST, TYPED)
    assert typed == await stage.rpc("eth_signTypedData_v4", FIRST, orjson.dumps(TYPED).decode())


@on_devnet(explains_reverts=True)
async def test_reverts_can_be_explained(stage: Stage, play: PlayDevelopment) -> None:
    """With the switch, ganache's error; the transaction is in its block all the same."""
    raw = hex_of(stage.backend.sign(0, REVERTER))
    error = (await stage.ask("eth_sendRawTransaction", raw))["error"]
    assert (-32000, "VM Exception while processing transaction: revert no") == (
        error["code"],
        error["message"],
    )
    receipt = await stage.rpc("eth_getTransactionReceipt", error["data"]["hash"])
    assert ("0x0", "no", "revert") == (
        receipt["status"],
        error["data"]["reason"],
        error["data"]["message"],
    )
    assert await stage.rpc("eth_sendRawTransaction", hex_of(stage.backend.sign(0, COUNTER)))


@on_devnet()
async def test_reverts_are_not_explained_unasked(stage: Stage, play: PlayDevelopment) -> None:
    """The hash, as every node answers."""
    sent = await stage.rpc("eth_sendRawTransaction", hex_of(stage.backend.sign(0, REVERTER)))
    assert "0x0" == (await stage.rpc("eth_getTransactionReceipt", sent))["status"]
