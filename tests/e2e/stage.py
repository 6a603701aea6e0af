"""What the tests with real clients share: funded people, modules by ABI, sending and waiting."""

import json
from typing import Any

from eth.rlp.headers import BlockHeaderAPI
from eth.vm.forks.prague.blocks import PragueBlockHeader
from eth_account import Account
from web3 import Web3
from web3.contract import Contract

from tests.e2e.contracts.artefacts import load
from tests.e2e.devnet import ROOT

MNEMONIC = "test test test test test test test test test test test junk"
VALIDATOR_INDEX = 20  # the mnemonic's account after dev0 to dev19
WAIT_S = 30  # seconds a transaction may take until it is final
Account.enable_unaudited_hdwallet_features()


def dev(index: int) -> Any:
    """Return a funded account with its key."""
    return Account.from_mnemonic(MNEMONIC, account_path=f"m/44'/60'/0'/0/{index}")


def abi(module: str) -> list[dict[str, Any]]:
    """Return a module's rendered ABI."""
    found: list[dict[str, Any]] = json.loads((ROOT / "modules" / module / "abi.json").read_text())
    return found


def layout(module: str) -> dict[str, Any]:
    """Return a module's rendered storage layout, its address included."""
    found: dict[str, Any] = json.loads((ROOT / "modules" / module / "layout.json").read_text())
    return found


def module(web3: Web3, name: str) -> Contract:
    """Return a module as any contract is: an address and an ABI."""
    return web3.eth.contract(Web3.to_checksum_address(layout(name)["address"]), abi=abi(name))


def sign(web3: Web3, account: Any, **fields: Any) -> bytes:
    """Return a signed EIP-1559 transaction; what is not given is filled in."""
    filled = {
        "chainId": web3.eth.chain_id,
        "value": 0,
        "gas": 100_000,
        "maxFeePerGas": 10**11,
        "maxPriorityFeePerGas": 10**9,
    } | fields
    if "nonce" not in filled:
        filled["nonce"] = web3.eth.get_transaction_count(account.address, "pending")
    return bytes(account.sign_transaction(filled).raw_transaction)


def submit(web3: Web3, raw: bytes) -> Any:
    """Send a signed transaction and return its receipt."""
    return web3.eth.wait_for_transaction_receipt(
        web3.eth.send_raw_transaction(raw), timeout=WAIT_S, poll_latency=0.05
    )


def send(web3: Web3, account: Any, call: Any, **fields: Any) -> Any:
    """Sign and send a contract call, and demand that it succeeds; returns the receipt."""
    nonce = web3.eth.get_transaction_count(account.address, "pending")
    built = call.build_transaction({"from": account.address, "nonce": nonce, **fields})
    receipt = submit(web3, bytes(account.sign_transaction(built).raw_transaction))
    assert 1 == receipt["status"], receipt
    return receipt


def deploy(web3: Web3, account: Any, name: str, *arguments: Any) -> Contract:
    """Deploy one of the test contracts."""
    artefact = load(name)
    factory = web3.eth.contract(abi=artefact["abi"], bytecode=artefact["bytecode"])
    receipt = send(web3, account, factory.constructor(*arguments))
    return web3.eth.contract(receipt["contractAddress"], abi=artefact["abi"])


def fee_wei(receipt: Any) -> int:
    """Return what a transaction's gas cost its sender."""
    return int(receipt["gasUsed"] * receipt["effectiveGasPrice"])


def header_of(block: Any) -> BlockHeaderAPI:
    """Return py-evm's header of a block as web3 shows it."""
    return PragueBlockHeader(
        parent_hash=bytes(block["parentHash"]),
        uncles_hash=bytes(block["sha3Uncles"]),
        coinbase=bytes.fromhex(block["miner"][2:]),
        state_root=bytes(block["stateRoot"]),
        transaction_root=bytes(block["transactionsRoot"]),
        receipt_root=bytes(block["receiptsRoot"]),
        bloom=int.from_bytes(block["logsBloom"], "big"),
        difficulty=block["difficulty"],
        block_number=block["number"],
        gas_limit=block["gasLimit"],
        gas_used=block["gasUsed"],
        timestamp=block["timestamp"],
        extra_data=bytes(block["extraData"]),
        mix_hash=bytes(block["mixHash"]),
        nonce=bytes(block["nonce"]),
        base_fee_per_gas=block["baseFeePerGas"],
        withdrawals_root=bytes(block["withdrawalsRoot"]),
        blob_gas_used=block["blobGasUsed"],
        excess_blob_gas=block["excessBlobGas"],
        parent_beacon_block_root=bytes(block["parentBeaconBlockRoot"]),
        requests_hash=bytes(block["requestsHash"]),
    )
