"""
Wallets and the native coin as a token: a permit, a signed payment, and who carries them.

    owner --signs--> carrier --permit, transferFrom, transferWithAuthorization--> devnet
"""

import json
import subprocess
from typing import Any

import pytest
from eth_account import Account
from web3 import Web3
from web3.exceptions import ContractCustomError
from web3.logs import DISCARD

from tests.e2e.devnet import Devnet
from tests.e2e.stage import abi, dev, layout, module, send
from tests.npm.packages import HERE, npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
DEADLINE_S = 2**40
VALUE_WEI = 7 * 10**15


@pytest.fixture(scope="module")
def devnet(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("token") / "home") as running:
        yield running


def stranger(number: int) -> str:
    """Return an address that nobody has the key of."""
    return Web3.to_checksum_address(f"0x{0xC0FFEE00 + number:040x}")


def domain_of(token: Any) -> dict[str, Any]:
    """Return the EIP-712 domain that the token itself tells (EIP-5267)."""
    _, name, version, chain_id, contract, _, _ = token.functions.eip712Domain().call()
    return {
        "name": name,
        "version": version,
        "chainId": chain_id,
        "verifyingContract": contract,
    }


def members(text: str) -> list[dict[str, str]]:
    """Return the members of a type out of `name:type` pairs."""
    return [dict(zip(("name", "type"), pair.split(":"), strict=True)) for pair in text.split()]


def test_web3_permits_and_spends(devnet):
    """An owner without a single transaction lets another spend, by a signature of web3's own."""
    web3, owner, spender = devnet.web3, dev(4), dev(5)
    token, functions = module(web3, "token"), module(web3, "token").functions
    message = {
        "owner": owner.address,
        "spender": spender.address,
        "value": VALUE_WEI,
        "nonce": functions.nonces(owner.address).call(),
        "deadline": DEADLINE_S,
    }
    permit = members("owner:address spender:address value:uint256 nonce:uint256 deadline:uint256")
    signed = owner.sign_typed_data(domain_of(token), {"Permit": permit}, message)
    r, s = signed.r.to_bytes(32, "big"), signed.s.to_bytes(32, "big")
    arguments = (owner.address, spender.address, VALUE_WEI, DEADLINE_S, signed.v, r, s)
    receipt = send(web3, spender, functions.permit(*arguments))
    (approval,) = token.events.Approval().process_receipt(receipt, errors=DISCARD)
    assert VALUE_WEI == approval["args"]["value"]
    assert VALUE_WEI == functions.allowance(owner.address, spender.address).call()
    take = functions.transferFrom(owner.address, stranger(1), VALUE_WEI)
    receipt = send(web3, spender, take)
    (moved,) = token.events.Transfer().process_receipt(receipt, errors=DISCARD)
    expected = {"from": owner.address, "to": stranger(1), "value": VALUE_WEI}
    assert expected == dict(moved["args"])
    assert VALUE_WEI == web3.eth.get_balance(stranger(1))
    assert 0 == web3.eth.get_transaction_count(owner.address)
    with pytest.raises(ContractCustomError) as refusal:
        take.call({"from": spender.address})
    error = next(entry for entry in abi("token") if entry["name"] == "ERC20InsufficientAllowance")
    types = ",".join(part["type"] for part in error["inputs"])
    selector = Web3.keccak(text=f"ERC20InsufficientAllowance({types})")[:4]
    assert refusal.value.data[:10] == Web3.to_hex(selector)


def test_balances_are_one_with_the_chains_own(devnet):
    """`eth_getBalance`, `balanceOf` and the command line tell the same wei."""
    web3, functions = devnet.web3, module(devnet.web3, "token").functions
    send(web3, dev(6), functions.transfer(stranger(2), VALUE_WEI))
    assert VALUE_WEI == web3.eth.get_balance(stranger(2))
    assert VALUE_WEI == functions.balanceOf(stranger(2)).call()
    assert str(VALUE_WEI) in devnet.run("query", "token", "balance_of", stranger(2), "--json")
    assert ("Kumiai", "KUM", 18) == tuple(
        getattr(functions, name)().call() for name in ("name", "symbol", "decimals")
    )
    supply = module(web3, "mint").functions.supply()
    height = web3.eth.block_number
    shown = functions.totalSupply().call(block_identifier=height)
    assert supply.call(block_identifier=height) == shown > VALUE_WEI


@pytest.mark.npm
def test_ethers_permits_and_pays(devnet):
    """ethers reads the domain, signs both standards' messages, and its carrier is not refused."""
    npm_package("ethers")
    owner, carrier = Account.from_key(b"\x31" * 32), dev(8)
    web3, functions = devnet.web3, module(devnet.web3, "token").functions
    send(web3, carrier, functions.transfer(owner.address, 2 * VALUE_WEI))
    order = {
        "rpc": devnet.endpoints["rpc"],
        "owner": Web3.to_hex(owner.key),
        "carrier": Web3.to_hex(carrier.key),
        "token": layout("token")["address"],
        "abi": abi("token"),
        "payee": stranger(3),
        "value": str(VALUE_WEI),
        "deadline": str(DEADLINE_S),
    }
    done = subprocess.run(
        ["node", str(HERE / "wallet.cjs")],
        input=json.dumps(order),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    seen = json.loads(done.stdout)
    moved = ["Transfer", owner.address, stranger(3), str(VALUE_WEI)]
    used = ["AuthorizationUsed", owner.address, seen["nonce"]]
    assert [moved, used, moved] == seen["events"]
    assert (str(VALUE_WEI), "0", True) == (seen["allowance"], seen["left"], seen["used"])
    assert ("Kumiai", "KUM", 18) == (seen["name"], seen["symbol"], seen["decimals"])
    assert 2 * VALUE_WEI == web3.eth.get_balance(stranger(3))
    assert 0 == web3.eth.get_balance(owner.address)
